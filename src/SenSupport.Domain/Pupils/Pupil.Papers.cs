using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>What is written and kept about the pupil beside the cycles.</content>
public sealed partial class Pupil
{
    /// <summary>Writes what someone new should know first. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">The text is too long.</exception>
    public void WriteBackground(string background, Acting by)
    {
        var written = TextLimits.Keep(background, TextLimits.Narrative, "The background");
        if (written == Background)
        {
            return;
        }

        var before = Background;
        Background = written;
        Record(RecordEventKind.PupilDetailsChanged, by, changes: [new("background", before, Background)]);
    }

    /// <summary>Records the pupil's voice as it was given on a day. Given again on the same day it takes the place of what was recorded, which the history keeps; the same words change nothing.</summary>
    /// <exception cref="DomainRuleException">The day is in the future, or a text is too long.</exception>
    public void RecordProfile(DateOnly givenOn, PupilVoice voice, Acting by)
    {
        DomainRuleException.Require(givenOn <= by.Today, "The date must not be in the future");
        var kept = new PupilVoice(
            TextLimits.Keep(voice.HowGathered, TextLimits.Line, "How the views were gathered"),
            TextLimits.Keep(voice.Admired, TextLimits.Narrative, "What people admire"),
            TextLimits.Keep(voice.ImportantToMe, TextLimits.Narrative, "What is important"),
            TextLimits.Keep(voice.HowBestToSupport, TextLimits.Narrative, "How best to support"),
            TextLimits.Keep(voice.FindsHard, TextLimits.Narrative, "What is hard"),
            TextLimits.Keep(voice.Hopes, TextLimits.Narrative, "Hopes"),
            Enum.IsDefined(voice.GivenBy) ? voice.GivenBy : throw new DomainRuleException("Choose whose words they are"));
        var sameDay = profiles.FindLast(known => known.GivenOn == givenOn);
        if (sameDay?.Voice() == kept)
        {
            return;
        }

        var before = sameDay is null ? new Dictionary<string, string>() : RecordFields.Of(sameDay.Voice());
        if (sameDay is null)
        {
            profiles.Add(PupilProfile.Of(givenOn, kept, by.Name));
        }
        else
        {
            sameDay.Take(kept, by.Name);
        }

        Record(RecordEventKind.ProfileRecorded, by, changes: RecordFields.Compare(before, RecordFields.Of(kept)));
    }

    /// <summary>Keeps a document with the record. Its content is stored beside it under the same key.</summary>
    /// <exception cref="DomainRuleException">There is no title, a text is too long, or its date is in the future.</exception>
    public PupilDocument AttachDocument(DocumentDetails details, Acting by)
    {
        var document = PupilDocument.Of(details.Checked(by.Today), by);
        documents.Add(document);
        Record(RecordEventKind.DocumentAdded, by, document.Title, [new("document", "", document.Title)]);
        return document;
    }

    /// <summary>Records a plan from before the school used this record: its dates, and how it went in a line.</summary>
    /// <exception cref="DomainRuleException">There is no name, it ends before it starts, it starts in the future, or its document is not in the record.</exception>
    public void RecordPastPlan(PastPlanDetails details, Acting by)
    {
        DomainRuleException.Require(details.DocumentId is not { } id || documents.Exists(document => document.Id == id), "There is no such document");
        var plan = PastPlan.Of(details.Checked(by.Today));
        pastPlans.Add(plan);
        Record(RecordEventKind.PastPlanRecorded, by, plan.Name, [new("pastPlan", "", plan.Name), new("pastPlanResult", "", plan.Result)]);
    }

    /// <summary>Takes away an earlier plan that was recorded by mistake, for another pupil perhaps, and its document. The history keeps its name.</summary>
    /// <returns>The key of the document whose content is to be deleted; null when it had none.</returns>
    /// <exception cref="DomainRuleException">There is no such plan.</exception>
    public Guid? RemovePastPlan(Guid planId, Acting by)
    {
        var plan = pastPlans.Find(known => known.Id == planId);
        DomainRuleException.Require(plan is not null, "There is no such plan any more");
        pastPlans.Remove(plan!);
        documents.RemoveAll(document => document.Id == plan!.DocumentId);
        Record(RecordEventKind.PastPlanRemoved, by, plan!.Name, [new("pastPlan", plan.Name, ""), new("pastPlanResult", plan.Result, "")]);
        return plan.DocumentId;
    }

    /// <summary>Keeps what arrived from a previous setting as it was received; the first assessment starts from it (CoP 6.57). It is never changed: a correction is an entry of its own.</summary>
    /// <exception cref="DomainRuleException">There is neither text nor document, a text is too long, or the day is in the future.</exception>
    public void KeepReceived(ReceivedRecordDetails details, Acting by)
    {
        DomainRuleException.Require(details.DocumentId is not { } id || documents.Exists(document => document.Id == id), "There is no such document");
        DomainRuleException.Require(details.CorrectsId is not { } corrected || receivedRecords.Exists(known => known.Id == corrected), "There is no such entry to correct");
        var received = ReceivedRecord.Of(details.Checked(by.Today));
        receivedRecords.Add(received);
        Record(RecordEventKind.RecordReceived, by, received.From, [new("receivedFrom", "", received.From)]);
    }

    /// <summary>Records what the school did for a duty, whenever it was. The same kind on the same day is recorded once.</summary>
    /// <exception cref="DomainRuleException">The day is in the future or before the birth date, or a text is too long.</exception>
    public void RecordDuty(DutyRecordKind kind, DateOnly on, string who, string outcome, string note, Acting by)
    {
        DomainRuleException.Require(Enum.IsDefined(kind), "Choose what was done");
        DomainRuleException.Require(on <= by.Today, "The date must not be in the future");
        DomainRuleException.Require(on > BirthDate, "The date must be after the date of birth");
        if (dutyRecords.Exists(known => known.Is(kind, on, who)))
        {
            return;
        }

        dutyRecords.Add(DutyRecord.Of(
            kind, on, TextLimits.Keep(who, TextLimits.Line, "Who took part"), TextLimits.Keep(outcome, TextLimits.Line, "The outcome"), TextLimits.Keep(note, TextLimits.Narrative, "The note")));
        Record(RecordEventKind.DutyRecorded, by, dutyRecords[^1].InWords(), [new("dutyRecord", "", dutyRecords[^1].InWords())]);
    }

    /// <summary>Takes away what was recorded by mistake; the history keeps that it was there.</summary>
    /// <exception cref="DomainRuleException">There is no such record.</exception>
    /// <param name="kind">What was recorded.</param>
    /// <param name="on">For which day.</param>
    /// <param name="by">Who takes it away.</param>
    /// <param name="who">For consent, the agency; null where the day has only one.</param>
    public void RemoveDuty(DutyRecordKind kind, DateOnly on, Acting by, string? who = null)
    {
        DomainRuleException.Require(dutyRecords.Count(known => known.Is(kind, on, who)) == 1 && dutyRecords.RemoveAll(known => known.Is(kind, on, who)) == 1, "There is no such record any more");
        Record(RecordEventKind.DutyRemoved, by, DutyRecord.InWords(kind, on), [new("dutyRecord", DutyRecord.InWords(kind, on), "")]);
    }
}
