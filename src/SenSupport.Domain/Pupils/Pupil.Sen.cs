using SenSupport.Domain.Needs;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Pupils;

/// <content>Status, needs, diagnoses, disability.</content>
public sealed partial class Pupil
{
    /// <summary>
    /// Changes the status from a day on. The period before ends the day before; when the pupil comes off the register, current needs are closed. From the very day on
    /// which the current status began, that one never held: it is corrected, and only the history keeps it.
    /// </summary>
    /// <exception cref="DomainRuleException">The day is in the future or before the current status began, or the status is the one the pupil has.</exception>
    public void ChangeStatus(SenStatus status, DateOnly from, string reason, Acting by, DateOnly? monitorUntil = null)
    {
        DomainRuleException.Require(from <= by.Today, "The date must not be in the future");
        DomainRuleException.Require(status != Status || statusPeriods.Count == 0, $"The pupil's status is {status.Name()} already");
        DomainRuleException.Require(monitorUntil is null || (status == SenStatus.Monitoring && monitorUntil > from), "Monitoring must end after it starts");
        var open = statusPeriods.Find(period => period.End is null);
        DomainRuleException.Require(open is null || from >= open.Start, $"The date must not be before {open?.Start:d MMMM yyyy}, when {open?.Status.Name()} began");
        var words = TextLimits.Keep(reason, TextLimits.Narrative, "The reason");
        var before = Status;
        var changes = new List<FieldChange> { new("status", before == status ? "" : before.Name(), status.Name()) };
        if (open?.Start == from)
        {
            statusPeriods.Remove(open);
        }
        else
        {
            open?.Finish(from.AddDays(-1));
        }

        // Back to what the pupil had until the slip: that one goes on as if nothing had been.
        if (open?.Start == from && statusPeriods.MaxBy(period => period.Start) is { } last && last.Status == status && last.End == from.AddDays(-1))
        {
            last.GoOn(monitorUntil);
            changes.Add(new("statusReason", "", words));
        }
        else
        {
            statusPeriods.Add(SenStatusPeriod.Begin(status, from, words, monitorUntil));
        }

        Status = status;
        if (status == SenStatus.None || (before.IsOnRegister() && !status.IsOnRegister()))
        {
            changes.AddRange(CloseNeeds(CurrentNeeds, from));
        }

        Record(RecordEventKind.StatusChanged, by, $"{status.Name()} from {from:d MMMM yyyy}", changes);
    }

    /// <summary>Watches the pupil until a day: a pupil without SEN becomes monitored, and a monitored one is until that day. SEN Support and an EHC plan stay what they are.</summary>
    /// <exception cref="DomainRuleException">The day is not later than today, or the text is too long.</exception>
    public void Monitor(DateOnly until, string reason, Acting by)
    {
        DomainRuleException.Require(until > by.Today, "Monitoring must end after today");
        if (Status == SenStatus.None)
        {
            ChangeStatus(SenStatus.Monitoring, by.Today, reason, by, until);
        }
        else if (Status == SenStatus.Monitoring && statusPeriods.Find(period => period.End is null) is { } open && open.MonitorUntil != until)
        {
            var words = TextLimits.Keep(reason, TextLimits.Narrative, "The reason");
            var before = open.MonitorUntil;
            open.GoOn(until);
            Record(RecordEventKind.MonitoringExtended, by, $"{until:d MMMM yyyy}", [new("monitorUntil", $"{before:yyyy-MM-dd}", $"{until:yyyy-MM-dd}"), new("statusReason", "", words)]);
        }
    }

    /// <summary>Records the current needs in the order of their rank. A need that is left out is closed; one that stays keeps its start. The same needs in the same order change nothing.</summary>
    /// <exception cref="DomainRuleException">A code is unknown or retired, a code is given twice, or NSA is used outside SEN Support.</exception>
    /// <param name="ranked">Code and area of each current need, the primary one first.</param>
    /// <param name="from">The day from which new ones count and those left out do not.</param>
    /// <param name="by">Who records them.</param>
    /// <param name="since">The day on which a new need really began, by its code, where it is another than <paramref name="from"/>.</param>
    public void RecordNeeds(IReadOnlyList<(string Code, AreaOfNeed Area)> ranked, DateOnly from, Acting by, IReadOnlyDictionary<string, DateOnly>? since = null)
    {
        DomainRuleException.Require(from <= by.Today, "The date must not be in the future");
        foreach (var (code, area) in ranked)
        {
            var type = NeedType.Find(code);
            var current = needs.Exists(need => need.Code == code && need.End is null);
            DomainRuleException.Require(type is not null && (current || type.IsValidOn(by.Today)), $"{code} is not a type of need in use");
            DomainRuleException.Require(type!.Area is null || type.Area == area, $"{code} belongs to {type.Area?.Name()}");
            DomainRuleException.Require(code != "NSA" || Status == SenStatus.SenSupport, "NSA is used with SEN Support only");
        }

        DomainRuleException.Require(ranked.Select(need => need.Code).Distinct().Count() == ranked.Count, "Each type of need may be given once");
        if (CurrentNeeds.Select(need => (need.Code, need.Area)).SequenceEqual(ranked))
        {
            return;
        }

        var before = NeedsInWords();
        CloseNeeds(CurrentNeeds.Where(need => !ranked.Any(kept => kept.Code == need.Code && kept.Area == need.Area)), from);
        for (var index = 0; index < ranked.Count; index++)
        {
            var (code, area) = ranked[index];
            var kept = needs.Find(need => need.End is null && need.Code == code && need.Area == area);
            if (kept is null)
            {
                needs.Add(Need.Begin(code, area, index + 1, since?.TryGetValue(code, out var began) == true && began <= by.Today ? began : from));
            }
            else
            {
                kept.RankAs(index + 1);
            }
        }

        Record(RecordEventKind.NeedsChanged, by, NeedsInWords(), [new("needs", before, NeedsInWords())]);
    }

    /// <summary>Records a diagnosis.</summary>
    /// <exception cref="DomainRuleException">It has no name, its date is in the future, or its document is not in the record.</exception>
    public void RecordDiagnosis(DiagnosisDetails details, Acting by)
    {
        var kept = Diagnosis.Of(Checked(details, by));
        diagnoses.Add(kept);
        Record(RecordEventKind.DiagnosisRecorded, by, kept.Name, [new("diagnosis", "", kept.Name)]);
    }

    /// <summary>Changes what is known of a diagnosis. Writing what is there already changes nothing.</summary>
    /// <exception cref="DomainRuleException">As for <see cref="RecordDiagnosis"/>, or there is no such diagnosis.</exception>
    public void ChangeDiagnosis(Guid diagnosisId, DiagnosisDetails details, Acting by)
    {
        var (diagnosis, written) = (DiagnosisOf(diagnosisId), Checked(details, by));
        var changes = RecordFields.Compare(RecordFields.Of(diagnosis.Details()), RecordFields.Of(written));
        if (changes.Count == 0)
        {
            return;
        }

        diagnosis.Take(written);
        Record(RecordEventKind.DiagnosisRecorded, by, diagnosis.Name, [.. changes.Select(change => change with { Path = $"diagnoses/{diagnosisId}/{change.Path}" })]);
    }

    /// <summary>Takes away a diagnosis that was recorded by mistake; the history keeps what it was.</summary>
    /// <exception cref="DomainRuleException">There is no such diagnosis.</exception>
    public void RemoveDiagnosis(Guid diagnosisId, Acting by)
    {
        var diagnosis = DiagnosisOf(diagnosisId);
        diagnoses.Remove(diagnosis);
        Record(RecordEventKind.DiagnosisRemoved, by, diagnosis.Name, [new("diagnosis", diagnosis.Name, "")]);
    }

    /// <summary>Writes what is known of a disability, and why no adjustment is needed where that is so (CoP 6.16, Equality Act 2010). The same text changes nothing.</summary>
    /// <exception cref="DomainRuleException">A text is too long.</exception>
    public void DescribeDisability(string disability, string noAdjustmentReason, Acting by)
    {
        var (what, why) = (TextLimits.Keep(disability, TextLimits.Narrative, "The disability"), TextLimits.Keep(noAdjustmentReason, TextLimits.Narrative, "The reason"));
        List<FieldChange> changes = [new("disability", Disability, what), new("noAdjustmentReason", NoAdjustmentReason, why)];
        changes.RemoveAll(change => change.Old == change.New);
        if (changes.Count > 0)
        {
            (Disability, NoAdjustmentReason) = (what, why);
            Record(RecordEventKind.DisabilityChanged, by, changes: changes);
        }
    }

    /// <summary>Records a reasonable adjustment (Equality Act 2010).</summary>
    /// <exception cref="DomainRuleException">There are no words, they are too long, or the start is in the future.</exception>
    public void AddAdjustment(string text, DateOnly start, Acting by)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(text), "Enter the adjustment");
        DomainRuleException.Require(start <= by.Today, "The date must not be in the future");
        adjustments.Add(ReasonableAdjustment.Begin(TextLimits.Keep(text, TextLimits.Narrative, "The adjustment"), start));
        Record(RecordEventKind.DisabilityChanged, by, changes: [new("adjustment", "", adjustments[^1].Text)]);
    }

    /// <summary>Ends a reasonable adjustment; it stays in the record.</summary>
    /// <exception cref="DomainRuleException">There is no such adjustment, it has ended, or the day is before its start or in the future.</exception>
    public void EndAdjustment(Guid adjustmentId, DateOnly end, Acting by)
    {
        var adjustment = adjustments.Find(known => known.Id == adjustmentId);
        DomainRuleException.Require(adjustment is { End: null }, "There is no such adjustment in use");
        DomainRuleException.Require(end >= adjustment!.Start && end <= by.Today, "The end date must be between the start date and today");
        adjustment.Finish(end);
        Record(RecordEventKind.DisabilityChanged, by, changes: [new("adjustment", adjustment.Text, "")]);
    }

    private DiagnosisDetails Checked(DiagnosisDetails details, Acting by)
    {
        DomainRuleException.Require(details.DocumentId is not { } id || documents.Exists(document => document.Id == id), "There is no such document");
        return details.Checked(by.Today);
    }

    private Diagnosis DiagnosisOf(Guid id) => diagnoses.Find(diagnosis => diagnosis.Id == id) ?? throw new DomainRuleException("There is no such diagnosis");

    private static List<FieldChange> CloseNeeds(IEnumerable<Need> closing, DateOnly from)
    {
        var changes = new List<FieldChange>();
        foreach (var need in closing.ToList())
        {
            need.Finish(from.AddDays(-1) < need.Start ? need.Start : from.AddDays(-1));
            changes.Add(new FieldChange($"needs/{need.Id}/end", "", $"{need.End:yyyy-MM-dd}"));
        }

        return changes;
    }

    // The area is said where it was chosen: a change of it alone would otherwise leave the same words.
    private string NeedsInWords() =>
        string.Join(", ", CurrentNeeds.Select(need => NeedType.Find(need.Code)?.Area is null ? $"{need.Code} ({need.Area.ShortName()})" : need.Code));
}
