using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <content>The plan, from what comes over from the cycle before to its sharing (CoP 6.48 to 6.51).</content>
public sealed partial class SupportCycle
{
    /// <summary>What the plan holds now.</summary>
    public PlanContent Plan() => new(
        StartsOn,
        ReviewOn,
        ResponsibleTeacherId,
        ExpectedImpact,
        AtHome,
        PupilsPart,
        [.. outcomes.OrderBy(row => row.Position).Select(row => row.Content())],
        [.. targets.OrderBy(row => row.Position).Select(row => row.Content())],
        [.. strategies.OrderBy(row => row.Position).Select(row => row.Content())],
        [.. provision.OrderBy(row => row.Position).Select(row => row.Content())]);

    /// <summary>Writes the plan, from the Plan stage until the cycle is closed. What families and staff were shown stays as it was until it is shared again.</summary>
    /// <exception cref="DomainRuleException">The assessment is not finished, the cycle is closed, or the content cannot be stored.</exception>
    public void WritePlan(PlanContent content, Acting by)
    {
        RequireStage("Finish the assessment before you write the plan", CycleStage.Plan, CycleStage.Do, CycleStage.Review);
        var written = content.Checked();
        var before = Plan();
        (StartsOn, ReviewOn, ResponsibleTeacherId) = (written.StartsOn, written.ReviewOn, written.ResponsibleTeacherId);
        (ExpectedImpact, AtHome, PupilsPart) = (written.ExpectedImpact, written.AtHome, written.PupilsPart);
        Reconcile(outcomes, written.Outcomes, row => row.Id, row => row.Id, LongTermOutcome.Of, (row, words, position) => row.Write(words, position));
        Reconcile(targets, written.Targets, row => row.Id, row => row.Id, Target.Of, (row, words, position) => row.Write(words, position));
        Reconcile(strategies, written.Strategies, row => row.Id, row => row.Id, PlanStrategy.Of, (row, words, position) => row.Write(words, position));
        Reconcile(provision, written.Provision, row => row.Id, row => row.Id, ProvisionRow.Of, (row, words, position) => row.Write(words, position));
        marks.RemoveAll(mark => !targets.Exists(target => target.Id == mark.TargetId));
        var after = Plan();
        IReadOnlyList<FieldChange> changes =
        [
            .. RecordFields.Compare(RecordFields.Of(before), RecordFields.Of(after)),
            .. Moved("outcomes", before.Outcomes, after.Outcomes, row => row.Id),
            .. Moved("targets", before.Targets, after.Targets, row => row.Id),
            .. Moved("strategies", before.Strategies, after.Strategies, row => row.Id),
            .. Moved("provision", before.Provision, after.Provision, row => row.Id),
        ];
        if (changes.Count > 0 && PlanState == WritingState.Final)
        {
            PlanState = WritingState.Writing;
        }

        ChangeContent(RecordEventKind.PlanWritten, by, changes);
    }

    /// <summary>A teacher sends the plan to the SENCo, who shares or returns it.</summary>
    /// <exception cref="DomainRuleException">There is no plan to send at this stage.</exception>
    public void SendPlan(Acting by)
    {
        RequireStage("There is no plan to send at this stage", CycleStage.Plan, CycleStage.Do, CycleStage.Review);
        DomainRuleException.Require(PlanState is WritingState.Writing or WritingState.Returned, "The plan has been sent already");
        (PlanState, ReturnNote) = (WritingState.Sent, "");
        Change(RecordEventKind.PlanSent, by);
    }

    /// <summary>The SENCo returns a plan to its writer.</summary>
    /// <exception cref="DomainRuleException">The plan was not sent, or the note is empty.</exception>
    public void ReturnPlan(string note, Acting by)
    {
        DomainRuleException.Require(IsOpen && PlanState == WritingState.Sent, "The plan has not been sent");
        (PlanState, ReturnNote) = (WritingState.Returned, ReturnWords(note));
        Change(RecordEventKind.PlanReturned, by, ReturnNote);
    }

    /// <summary>Shares the plan as its next version. The first one begins the support (CoP 6.49, 6.51).</summary>
    /// <param name="frozen">Everything the document says, as it is kept.</param>
    /// <param name="by">The SENCo.</param>
    /// <param name="isMinor">Whether the changes are so small that nobody need read it again.</param>
    /// <exception cref="DomainRuleException">The assessment is not finished, or the cycle is closed.</exception>
    public void SharePlan(string frozen, Acting by, bool isMinor = false)
    {
        RequireStage("Only a plan that is being written or used can be shared", CycleStage.Plan, CycleStage.Do, CycleStage.Review);
        isMinor &= LatestPlanVersion > 0;
        LatestPlanVersion = NextPlanVersion;
        planVersions.Add(PlanVersion.Of(Id, LatestPlanVersion, frozen, isMinor, by));
        (PlanState, ReturnNote) = (WritingState.Final, "");
        if (Stage == CycleStage.Plan)
        {
            Stage = CycleStage.Do;
            SupportedFrom = by.Today;
        }

        Change(RecordEventKind.PlanShared, by, $"Version {LatestPlanVersion}{(isMinor ? ", a minor change" : "")}");
    }

    // A row's fields do not say where it stands, since every row that is added or removed shifts others: only another order is a change of its own.
    private static IEnumerable<FieldChange> Moved<TContent>(string list, IReadOnlyList<TContent> before, IReadOnlyList<TContent> after, Func<TContent, Guid> id)
    {
        var was = before.Select(id).Intersect(after.Select(id)).ToList();
        var now = after.Select(id).Intersect(was).ToList();
        if (!was.SequenceEqual(now))
        {
            yield return new(list, string.Join(", ", Enumerable.Range(1, was.Count)), string.Join(", ", now.Select(row => was.IndexOf(row) + 1)));
        }
    }

    private void BringOver(SupportCycle last, IReadOnlyCollection<Guid> stopped)
    {
        var newIds = new Dictionary<Guid, Guid>();
        foreach (var outcome in last.outcomes.OrderBy(row => row.Position))
        {
            var copy = LongTermOutcome.Of(newIds[outcome.Id] = Guid.CreateVersion7());
            copy.Write(outcome.Content(), outcomes.Count);
            outcomes.Add(copy);
        }

        foreach (var target in last.targets.Where(target => target.IsStopped ? stopped.Contains(target.Id) : target.ComesOver).OrderBy(target => target.Position))
        {
            Guid? outcomeId = target.OutcomeId is { } id && newIds.TryGetValue(id, out var found) ? found : null;
            targets.Add(Target.CarriedFrom(target, outcomeId, targets.Count));
        }

        foreach (var strategy in last.strategies.OrderBy(row => row.Position))
        {
            var copy = PlanStrategy.Of(Guid.CreateVersion7());
            copy.Write(strategy.Content(), strategies.Count);
            strategies.Add(copy);
        }
    }
}
