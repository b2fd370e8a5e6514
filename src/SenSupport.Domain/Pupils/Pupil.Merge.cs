using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>Two records of the same pupil become one, and two again.</content>
public sealed partial class Pupil
{
    /// <summary>The pupil in whose record this one is; null for a pupil with a record of their own.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>What a merge may choose between.</summary>
    public MergedDetails ToMerge() => new(Details(), Background, Disability, NoAdjustmentReason, ResponsibleTeacherId, PhotoId, LeftOn, Destination);

    /// <summary>
    /// Takes in another record of the same pupil. Contacts, needs, documents and all else of both are kept; a contact that adds nothing and a current need that is
    /// here already stay where they are. The status is this record's own; the history names what the other one had.
    /// </summary>
    /// <param name="other">The other record, which is no longer shown.</param>
    /// <param name="chosen">What is true of what both say.</param>
    /// <param name="by">Who merges them.</param>
    /// <returns>What came over, to give it back.</returns>
    /// <exception cref="DomainRuleException">They are the same record, one is merged already, or what was chosen cannot be stored.</exception>
    public MergedRows TakeIn(Pupil other, MergedDetails chosen, Acting by)
    {
        DomainRuleException.Require(other.Id != Id && other.SchoolId == SchoolId, "Choose two pupils of the school");
        DomainRuleException.Require(MergedIntoId is null && other.MergedIntoId is null, "One of these records is merged already");
        var before = ToMerge();
        var after = chosen with { Details = (chosen.Details with { Flags = Flags | other.Flags }).Checked(by.Today) };
        List<FieldChange> changes =
        [
            .. RecordFields.Compare(RecordFields.Of(before.Details), RecordFields.Of(after.Details)),
            .. other.statusPeriods.OrderBy(period => period.Start).Select(period => new FieldChange(
                "mergedStatus", "", $"{period.Status.Name()} from {period.Start:d MMMM yyyy}{(period.End is { } end ? $" to {end:d MMMM yyyy}" : "")}")),
        ];
        Put(after);
        List<FormerUpn> addedUpns = [.. new[] { before.Details.Upn, other.Upn }.Distinct()
            .Where(upn => upn.Length > 0 && upn != Upn && !formerUpns.Exists(known => known.Upn == upn) && !other.formerUpns.Exists(known => known.Upn == upn)).Select(FormerUpn.Of)];
        var moved = new List<Guid>();
        Move(other.formerUpns, formerUpns, row => row.Id, row => row.Upn != Upn && !formerUpns.Exists(known => known.Upn == row.Upn), moved);
        formerUpns.AddRange(addedUpns);
        Move(other.flagPeriods, flagPeriods, row => row.Id, row => !flagPeriods.Exists(known => known.Flag == row.Flag), moved);
        Move(other.diagnoses, diagnoses, row => row.Id, _ => true, moved);
        Move(other.profiles, profiles, row => row.Id, _ => true, moved);
        Move(other.letters, letters, row => row.Id, _ => true, moved);
        Move(other.adjustments, adjustments, row => row.Id, _ => true, moved);
        Move(other.documents, documents, row => row.Id, _ => true, moved);
        Move(other.pastPlans, pastPlans, row => row.Id, _ => true, moved);
        Move(other.receivedRecords, receivedRecords, row => row.Id, _ => true, moved);
        Move(other.dutyRecords, dutyRecords, row => row.Id, row => !dutyRecords.Exists(known => known.Kind == row.Kind && known.On == row.On && known.Note == row.Note), moved);
        Move(other.dutiesSetAside, dutiesSetAside, row => row.Id, row => !dutiesSetAside.Exists(known => known.Kind == row.Kind), moved);
        var rows = new MergedRows(before, after, TakeContacts(other), TakeNeeds(other), moved, [.. addedUpns.Select(row => row.Id)], TakeSupporters(other));
        other.MergedIntoId = Id;
        Record(RecordEventKind.PupilsMerged, by, $"Another record of {other.Forename} {other.Surname} taken in", changes);
        other.Record(RecordEventKind.PupilsMerged, by, $"Taken into another record of {FirstName} {Surname}");
        return rows;
    }

    /// <summary>Gives back what <see cref="TakeIn"/> took. What was changed since stays changed; what was added since stays here.</summary>
    /// <exception cref="DomainRuleException">The other record is not in this one.</exception>
    public void GiveBack(Pupil other, MergedRows rows, Acting by)
    {
        DomainRuleException.Require(other.MergedIntoId == Id && MergedIntoId is null, "These records are not merged");
        var moved = rows.Others.ToHashSet();
        Put(Back(ToMerge(), rows.Before, rows.After));
        formerUpns.RemoveAll(row => rows.AddedUpns.Contains(row.Id));
        Move(formerUpns, other.formerUpns, row => row.Id, row => moved.Contains(row.Id), []);
        Move(flagPeriods, other.flagPeriods, row => row.Id, row => moved.Contains(row.Id), []);
        Move(diagnoses, other.diagnoses, row => row.Id, row => moved.Contains(row.Id), []);
        Move(profiles, other.profiles, row => row.Id, row => moved.Contains(row.Id), []);
        Move(letters, other.letters, row => row.Id, row => moved.Contains(row.Id), []);
        Move(adjustments, other.adjustments, row => row.Id, row => moved.Contains(row.Id), []);
        Move(documents, other.documents, row => row.Id, row => moved.Contains(row.Id), []);
        Move(pastPlans, other.pastPlans, row => row.Id, row => moved.Contains(row.Id), []);
        Move(receivedRecords, other.receivedRecords, row => row.Id, row => moved.Contains(row.Id), []);
        Move(dutyRecords, other.dutyRecords, row => row.Id, row => moved.Contains(row.Id), []);
        Move(dutiesSetAside, other.dutiesSetAside, row => row.Id, row => moved.Contains(row.Id), []);
        Move(contacts, other.contacts, row => row.Id, row => rows.Contacts.Any(known => known.Id == row.Id), []);
        other.contacts.ForEach(contact => contact.CallAs(rows.Contacts.FirstOrDefault(known => known.Id == contact.Id)?.Place ?? contact.Order));
        NumberContacts(contacts.OrderBy(contact => contact.Order));
        Move(needs, other.needs, row => row.Id, row => rows.Needs.Any(known => known.Id == row.Id), []);
        other.needs.ForEach(need => need.RankAs(rows.Needs.FirstOrDefault(known => known.Id == need.Id)?.Place ?? need.Rank));
        var rank = 0;
        foreach (var need in CurrentNeeds.ToList())
        {
            need.RankAs(++rank);
        }

        supporters.RemoveAll(supporter => rows.AddedSupporters.Contains(supporter.StaffId));
        other.MergedIntoId = null;
        Record(RecordEventKind.MergeUndone, by, $"The other record of {other.Forename} {other.Surname} is on its own again");
        other.Record(RecordEventKind.MergeUndone, by, "On its own again");
    }

    private static void Move<T>(List<T> from, List<T> to, Func<T, Guid> key, Func<T, bool> comes, List<Guid> moved)
    {
        var coming = from.Where(comes).ToList();
        from.RemoveAll(coming.Contains);
        to.AddRange(coming);
        moved.AddRange(coming.Select(key));
    }

    private List<PlacedRow> TakeContacts(Pupil other)
    {
        var taken = new List<PlacedRow>();
        foreach (var contact in other.contacts.OrderBy(contact => contact.Order).ToList())
        {
            if (contacts.Exists(known => Adds(RecordFields.Of(known.Details()), RecordFields.Of(contact.Details())) == 0))
            {
                continue;
            }

            taken.Add(new PlacedRow(contact.Id, contact.Order));
            other.contacts.Remove(contact);
            contacts.Add(contact);
            contact.CallAs(contacts.Count);
        }

        return taken;

        static int Adds(IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> other) =>
            other.Count(field => !string.Equals(known.GetValueOrDefault(field.Key, ""), field.Value, StringComparison.OrdinalIgnoreCase));
    }

    private List<PlacedRow> TakeNeeds(Pupil other)
    {
        var taken = new List<PlacedRow>();
        foreach (var need in other.needs.OrderBy(need => need.Rank).ToList())
        {
            if (need.End is null && (Status == SenStatus.None || (need.Code == "NSA" && Status != SenStatus.SenSupport) || needs.Exists(known => known.End is null && known.Code == need.Code)))
            {
                continue;
            }

            taken.Add(new PlacedRow(need.Id, need.Rank));
            if (need.End is null)
            {
                need.RankAs(CurrentNeeds.Count() + 1);
            }

            other.needs.Remove(need);
            needs.Add(need);
        }

        return taken;
    }

    private List<Guid> TakeSupporters(Pupil other)
    {
        List<Guid> taken = [.. other.supporters.Select(supporter => supporter.StaffId).Where(id => !supporters.Exists(known => known.StaffId == id))];
        supporters.AddRange(taken.Select(id => new PupilSupporter(Id, id)));
        return taken;
    }

    private void Put(MergedDetails values)
    {
        Set(values.Details);
        (Background, Disability, NoAdjustmentReason) = (values.Background, values.Disability, values.NoAdjustmentReason);
        (ResponsibleTeacherId, PhotoId, LeftOn, Destination) = (values.ResponsibleTeacherId, values.PhotoId, values.LeftOn, values.Destination);
    }

    // A value that somebody changed since the merge stays as they left it.
    private static MergedDetails Back(MergedDetails now, MergedDetails before, MergedDetails after)
    {
        var (own, was, became) = (now.Details, before.Details, after.Details);
        return new MergedDetails(
            own with
            {
                Upn = Pick(own.Upn, was.Upn, became.Upn),
                Surname = Pick(own.Surname, was.Surname, became.Surname),
                Forename = Pick(own.Forename, was.Forename, became.Forename),
                KnownAs = Pick(own.KnownAs, was.KnownAs, became.KnownAs),
                BirthDate = Pick(own.BirthDate, was.BirthDate, became.BirthDate),
                Sex = Pick(own.Sex, was.Sex, became.Sex),
                NcYear = Pick(own.NcYear, was.NcYear, became.NcYear),
                ClassId = Pick(own.ClassId, was.ClassId, became.ClassId),
                FirstLanguage = Pick(own.FirstLanguage, was.FirstLanguage, became.FirstLanguage),
                Flags = Pick(own.Flags, was.Flags, became.Flags),
                Attendance = Pick(own.Attendance, was.Attendance, became.Attendance),
                AttendanceOn = Pick(own.AttendanceOn, was.AttendanceOn, became.AttendanceOn),
                InSenUnit = Pick(own.InSenUnit, was.InSenUnit, became.InSenUnit),
                InResourcedProvision = Pick(own.InResourcedProvision, was.InResourcedProvision, became.InResourcedProvision),
            },
            Pick(now.Background, before.Background, after.Background),
            Pick(now.Disability, before.Disability, after.Disability),
            Pick(now.NoAdjustmentReason, before.NoAdjustmentReason, after.NoAdjustmentReason),
            Pick(now.ResponsibleTeacherId, before.ResponsibleTeacherId, after.ResponsibleTeacherId),
            Pick(now.PhotoId, before.PhotoId, after.PhotoId),
            Pick(now.LeftOn, before.LeftOn, after.LeftOn),
            Pick(now.Destination, before.Destination, after.Destination));

        static T Pick<T>(T now, T before, T after) => EqualityComparer<T>.Default.Equals(now, after) ? before : now;
    }
}
