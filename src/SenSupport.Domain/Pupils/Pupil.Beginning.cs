using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>Before SEN Support: the early discussion, and letters.</content>
public sealed partial class Pupil
{
    /// <summary>
    /// Writes down an early discussion (CoP 6.39), or changes what was written. It is the very record that says that the discussion was held; the note that the parents
    /// got and the advice service are records of their own. Writing what is there already changes nothing.
    /// </summary>
    /// <param name="discussionId">The record of the discussion; null for a new one. A new one of a day whose date alone is known adds its words to it.</param>
    /// <param name="details">What was talked over, and what followed.</param>
    /// <param name="by">Who writes it down.</param>
    /// <returns>The key of the record.</returns>
    /// <exception cref="DomainRuleException">There is no such discussion, another was held on that day, a day is in the future or before the birth date, the note was given before the discussion, or a text is too long.</exception>
    public Guid RecordDiscussion(Guid? discussionId, DiscussionDetails details, Acting by)
    {
        DateOnly?[] days = [details.On, details.NoteGivenOn, details.SendiassOn];
        DomainRuleException.Require(days.All(day => !(day > by.Today)), "The date must not be in the future");
        DomainRuleException.Require(days.All(day => !(day <= BirthDate)), "The date must be after the date of birth");
        DomainRuleException.Require(!(details.NoteGivenOn < details.On), "The note cannot be given before the discussion");
        var (words, present) = (details.Words.Checked(), TextLimits.Keep(details.Present, TextLimits.Line, "Who was there"));
        var sameDay = dutyRecords.Find(known => known.Kind == DutyRecordKind.EarlyDiscussion && known.On == details.On);
        var record = discussionId is { } id ? dutyRecords.Find(known => known.Id == id && known.Kind == DutyRecordKind.EarlyDiscussion) : sameDay;
        DomainRuleException.Require(discussionId is null || record is not null, "There is no such discussion any more");
        DomainRuleException.Require(sameDay is null || sameDay == record, $"A discussion on {details.On:d MMMM yyyy} is recorded already. Open that one to change it");
        DomainRuleException.Require(discussionId is not null || record?.Discussion is null, $"A discussion on {details.On:d MMMM yyyy} is recorded already. Open that one to change it");
        var before = Facts(record);
        if (record is null)
        {
            dutyRecords.Add(record = DutyRecord.Of(DutyRecordKind.EarlyDiscussion, details.On, present, "", ""));
        }

        record.MoveTo(details.On);
        record.Write(words, present);
        Follow(DutyRecordKind.DiscussionNoteGiven, record.Id, details.NoteGivenOn);
        Follow(DutyRecordKind.SendiassExplained, record.Id, details.SendiassOn);
        var changes = RecordFields.Compare(before, Facts(record));
        if (changes.Count > 0)
        {
            Record(RecordEventKind.DiscussionRecorded, by, $"{details.On:d MMMM yyyy}", changes);
        }

        return record.Id;
    }

    /// <summary>The day of something that followed a discussion; null where it did not yet.</summary>
    public DateOnly? FollowedOn(DutyRecordKind kind, Guid discussionId) => dutyRecords.Find(known => known.Kind == kind && known.OfId == discussionId)?.On;

    /// <summary>Keeps a letter as it was sent, and that it does what a duty asks, where it does.</summary>
    /// <param name="details">The letter.</param>
    /// <param name="duty">The duty that it meets: <see cref="DutyRecordKind.ParentsNotified"/> for the formal notification (CoP 6.48), <see cref="DutyRecordKind.DiscussionNoteGiven"/> for the note of a discussion; null for none.</param>
    /// <param name="by">Who sends it.</param>
    /// <exception cref="DomainRuleException">It lacks title, recipient or words, one of them is too long, or the day is in the future or before the birth date.</exception>
    public SentLetter SendLetter(LetterDetails details, DutyRecordKind? duty, Acting by)
    {
        var letter = SentLetter.Of(details.Checked(by), by);
        DomainRuleException.Require(letter.SentOn > BirthDate, "The date must be after the date of birth");
        letters.Add(letter);
        Record(
            RecordEventKind.LetterSent,
            by,
            $"{letter.Title}, {letter.Method.Name().ToLowerInvariant()} to {letter.Recipient}",
            [new("letter", "", letter.Title), new("recipient", "", letter.Recipient), new("letterMethod", "", letter.Method.Name()), new("sentOn", "", $"{letter.SentOn:yyyy-MM-dd}")]);
        if (duty is { } kind)
        {
            RecordDuty(kind, letter.SentOn, letter.Recipient, letter.Method.Name(), "", by);

            // The note is that of the latest discussion whose note nobody has yet.
            var discussion = dutyRecords.Where(known => known.Kind == DutyRecordKind.EarlyDiscussion && known.On <= letter.SentOn).MaxBy(known => known.On);
            if (kind == DutyRecordKind.DiscussionNoteGiven && discussion is not null && FollowedOn(kind, discussion.Id) is null)
            {
                dutyRecords.Find(known => known.Kind == kind && known.On == letter.SentOn)!.BeOf(discussion.Id);
            }
        }

        return letter;
    }

    private void Follow(DutyRecordKind kind, Guid discussionId, DateOnly? on)
    {
        if (FollowedOn(kind, discussionId) == on)
        {
            return;
        }

        dutyRecords.RemoveAll(known => known.Kind == kind && known.OfId == discussionId);
        if (on is { } day)
        {
            var record = dutyRecords.Find(known => known.Kind == kind && known.On == day);
            if (record is null)
            {
                dutyRecords.Add(record = DutyRecord.Of(kind, day, "", "", ""));
            }

            record.BeOf(discussionId);
        }
    }

    private OrderedDictionary<string, string> Facts(DutyRecord? discussion)
    {
        var facts = new OrderedDictionary<string, string>();
        if (discussion is not null)
        {
            Add("discussionOn", $"{discussion.On:yyyy-MM-dd}");
            Add("present", discussion.Who);
            Add("noteGivenOn", $"{FollowedOn(DutyRecordKind.DiscussionNoteGiven, discussion.Id):yyyy-MM-dd}");
            Add("sendiassOn", $"{FollowedOn(DutyRecordKind.SendiassExplained, discussion.Id):yyyy-MM-dd}");
            foreach (var (path, value) in discussion.Discussion is { } words ? RecordFields.Of(words) : new Dictionary<string, string>())
            {
                facts[path] = value;
            }
        }

        return facts;

        void Add(string path, string value)
        {
            if (value.Length > 0)
            {
                facts[path] = value;
            }
        }
    }
}
