using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Cycles;

/// <summary>
/// One turn of the graduated approach for a pupil: assess, plan, do, review (CoP 6.44). A pupil has one open cycle at a time, whatever their status.
/// Stages come in order and may be nearly empty: a review that really took place can always be recorded.
/// </summary>
public sealed partial class SupportCycle : AggregateRoot
{
    private readonly List<AssessmentStrand> strands = [];
    private readonly List<LongTermOutcome> outcomes = [];
    private readonly List<Target> targets = [];
    private readonly List<PlanStrategy> strategies = [];
    private readonly List<ProvisionRow> provision = [];
    private readonly List<DeliveryNote> notes = [];
    private readonly List<ProgressMark> marks = [];
    private readonly List<PlanVersion> planVersions = [];
    private readonly List<PlanReader> planReaders = [];

    private SupportCycle()
    {
    }

    /// <summary>The pupil.</summary>
    public Guid PupilId { get; private set; }

    /// <summary>1, 2, … for the pupil.</summary>
    public int Number { get; private set; }

    /// <summary>Where the cycle stands.</summary>
    public CycleStage Stage { get; private set; }

    /// <summary>The pupil's key while the cycle is open and the cycle's own afterwards: unique, so the database too refuses a second open cycle.</summary>
    public Guid OpenKey { get; private set; }

    /// <summary>The day the cycle was opened.</summary>
    public DateOnly OpenedOn { get; private set; }

    /// <summary>The day the assessment was finished.</summary>
    public DateOnly? AssessedOn { get; private set; }

    /// <summary>The day the support began: when the plan was first shared, or when it began without.</summary>
    public DateOnly? SupportedFrom { get; private set; }

    /// <summary>The day the cycle was closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The pupil's strengths.</summary>
    public string Strengths { get; private set; } = "";

    /// <summary>Difficulties, by area.</summary>
    public string Difficulties { get; private set; } = "";

    /// <summary>What concerns the parents (CoP 6.45).</summary>
    public string ParentConcern { get; private set; } = "";

    /// <summary>Parents' concerns compared with the school's own view (CoP 6.45).</summary>
    public string ConcernsCompared { get; private set; } = "";

    /// <summary>Whether the pupil works at levels substantially below those expected of pupils of a similar age (CoP 6.59).</summary>
    public bool SubstantiallyBelow { get; private set; }

    /// <summary>First day of the plan.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The agreed review date (CoP 6.48).</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>The teacher responsible for the support (CoP 6.52).</summary>
    public Guid? ResponsibleTeacherId { get; private set; }

    /// <summary>Expected impact on progress, development or behaviour (CoP 6.48).</summary>
    public string ExpectedImpact { get; private set; } = "";

    /// <summary>What is done at home.</summary>
    public string AtHome { get; private set; } = "";

    /// <summary>The pupil's own part.</summary>
    public string PupilsPart { get; private set; } = "";

    /// <summary>The type of the plan; null for the usual one as it came.</summary>
    public Guid? PlanTypeId { get; private set; }

    /// <summary>The version of the type's template that the plan is written with, whatever becomes of the type; 0 without a type.</summary>
    public int PlanTypeNumber { get; private set; }

    /// <summary>Where the plan stands between its writer and the SENCo.</summary>
    public WritingState PlanState { get; private set; }

    /// <summary>Where the review stands between its writer and the SENCo.</summary>
    public WritingState ReviewState { get; private set; }

    /// <summary>Why the SENCo returned the plan or the review; empty once it is sent again.</summary>
    public string ReturnNote { get; private set; } = "";

    /// <summary>The number of the latest shared version; 0 before the first.</summary>
    public int LatestPlanVersion { get; private set; }

    /// <summary>How many versions were ever shared, once one of them is withdrawn; 0 before.</summary>
    public int VersionsShared { get; private set; }

    /// <summary>The number of the version that is shared next: none is given twice.</summary>
    public int NextPlanVersion => Math.Max(VersionsShared, LatestPlanVersion) + 1;

    /// <summary>What the Code asks and the cycle lacks.</summary>
    public CycleGaps Gaps { get; private set; }

    /// <summary>The review; empty until it is written.</summary>
    public Review Review { get; private set; } = new();

    /// <summary>The strands of the assessment that have anything in them.</summary>
    public IReadOnlyList<AssessmentStrand> Strands => strands;

    /// <summary>The strands that the school asks for: what is missing of them is a gap. They stay as they are once the cycle is closed.</summary>
    public IReadOnlyList<StrandKind> RequiredStrands { get; private set; } = StrandKinds.Required;

    /// <summary>Long-term outcomes.</summary>
    public IReadOnlyList<LongTermOutcome> Outcomes => outcomes;

    /// <summary>Targets.</summary>
    public IReadOnlyList<Target> Targets => targets;

    /// <summary>Strategies and adjustments.</summary>
    public IReadOnlyList<PlanStrategy> Strategies => strategies;

    /// <summary>Rows of provision.</summary>
    public IReadOnlyList<ProvisionRow> Provision => provision;

    /// <summary>Notes on how the support goes.</summary>
    public IReadOnlyList<DeliveryNote> Notes => notes;

    /// <summary>Every mark of progress.</summary>
    public IReadOnlyList<ProgressMark> Marks => marks;

    /// <summary>Every version of the plan that was shared.</summary>
    public IReadOnlyList<PlanVersion> PlanVersions => planVersions;

    /// <summary>Whether anything in it may still change.</summary>
    public bool IsOpen => Stage != CycleStage.Closed;

    /// <summary>Opens the pupil's next cycle. Outcomes, strategies and the targets that were not met come over from the last one, targets to be reformulated (CoP 6.55).</summary>
    /// <param name="pupil">The pupil, at any status: assessment usually begins before the decision.</param>
    /// <param name="earlier">Every cycle the pupil has had.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="required">The strands that the school asks for; the usual ones when null.</param>
    /// <param name="choices">What was chosen for it; without, the plan is of the type of the one before.</param>
    /// <param name="lastNumber">The highest number that a cycle of the pupil ever had, one that was removed among them: a number is used once.</param>
    /// <exception cref="DomainRuleException">A cycle is open already, the type of plan is retired, or a target that is asked for was not stopped in the last cycle.</exception>
    public static SupportCycle Open(Pupil pupil, IReadOnlyCollection<SupportCycle> earlier, Acting by, IReadOnlyList<StrandKind>? required = null, CycleChoices? choices = null, int lastNumber = 0)
    {
        var open = earlier.FirstOrDefault(cycle => cycle.IsOpen);
        DomainRuleException.Require(open is null, $"Cycle {open?.Number} is still open. Close it before the next one begins");
        var last = earlier.MaxBy(cycle => cycle.Number);
        var next = new SupportCycle
        {
            Id = Guid.CreateVersion7(),
            SchoolId = pupil.SchoolId,
            PupilId = pupil.Id,
            OpenKey = pupil.Id,
            Number = Math.Max(last?.Number ?? 0, lastNumber) + 1,
            OpenedOn = by.Today,
            RequiredStrands = StrandKinds.Checked(required ?? StrandKinds.Required),
            ResponsibleTeacherId = pupil.ResponsibleTeacherId,
            ReviewOn = last?.Review.NextReviewOn > by.Today ? last.Review.NextReviewOn : null,
            PlanTypeId = last?.PlanTypeId,
            PlanTypeNumber = last?.PlanTypeNumber ?? 0,
        };
        if (choices?.PlanType is { } type)
        {
            DomainRuleException.Require(!type.IsRetired, $"{type.Template.Name} is retired. Choose another type of plan");
            (next.PlanTypeId, next.PlanTypeNumber) = type is { IsUsual: true, LatestVersion: 1 } ? ((Guid?)null, 0) : (type.Id, type.LatestVersion);
        }

        var stopped = choices?.Stopped ?? last?.targets.Where(target => target.IsStopped && target.ComesOver).Select(target => target.Id).ToList() ?? [];
        DomainRuleException.Require(stopped.All(id => last?.targets.Exists(target => target.IsStopped && target.Id == id) == true), "A target that is asked for was not stopped in the cycle before");
        if (last is not null)
        {
            next.BringOver(last, stopped);
        }

        next.Change(RecordEventKind.CycleOpened, by, choices?.PlanType is { IsUsual: false } named ? named.Template.Name : "");
        return next;
    }

    /// <summary>What the assess stage holds now.</summary>
    public AssessmentContent Assessment() =>
        new(Strengths, Difficulties, ParentConcern, ConcernsCompared, [.. strands.OrderBy(strand => strand.Kind).Select(strand => strand.Content())], SubstantiallyBelow);

    /// <summary>Writes the assessment, at any stage before the cycle is closed.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed, or the content cannot be stored.</exception>
    public void RecordAssessment(AssessmentContent content, Acting by)
    {
        RequireOpen("The assessment");
        var written = content.Checked(by.Today);
        DomainRuleException.Require(written.Strands.DistinctBy(strand => strand.Id).Count() == written.Strands.Count, "Each strand may be given once");
        var before = RecordFields.Of(Assessment());
        (Strengths, Difficulties, ParentConcern, ConcernsCompared) = (written.Strengths, written.Difficulties, written.ParentConcern, written.ConcernsCompared);
        SubstantiallyBelow = written.SubstantiallyBelow;
        strands.RemoveAll(strand => !written.Strands.Any(kept => kept.Id == strand.Kind && !kept.IsEmpty));
        foreach (var strand in written.Strands.Where(strand => !strand.IsEmpty))
        {
            var kept = strands.Find(known => known.Kind == strand.Id);
            if (kept is null)
            {
                strands.Add(kept = AssessmentStrand.Of(Id, strand.Id));
            }

            kept.Write(strand);
        }

        ChangeContent(RecordEventKind.AssessmentRecorded, by, RecordFields.Compare(before, RecordFields.Of(Assessment())));
    }

    /// <summary>The school asks for other strands from now on; the same ones change nothing.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed, or a strand is unknown.</exception>
    public void RequireStrands(IReadOnlyList<StrandKind> required, Acting by)
    {
        RequireOpen("The assessment");
        var kept = StrandKinds.Checked(required);
        if (!kept.SequenceEqual(RequiredStrands))
        {
            RequiredStrands = kept;
            Change(RecordEventKind.RequiredStrandsChanged, by);
        }
    }

    /// <summary>Assess is done, and planning begins.</summary>
    /// <exception cref="DomainRuleException">The cycle is past Assess.</exception>
    public void FinishAssessment(Acting by)
    {
        RequireStage("The assessment is finished already", CycleStage.Assess);
        Stage = CycleStage.Plan;
        AssessedOn = by.Today;
        Change(RecordEventKind.AssessmentFinished, by);
    }

    /// <summary>Support began although no plan was shared.</summary>
    /// <exception cref="DomainRuleException">The cycle is not at Plan.</exception>
    public void StartSupport(Acting by)
    {
        RequireStage("Support begins from the Plan stage", CycleStage.Plan);
        Stage = CycleStage.Do;
        SupportedFrom = by.Today;
        Change(RecordEventKind.SupportStarted, by);
    }

    /// <summary>Adds a note on how the support goes.</summary>
    /// <exception cref="DomainRuleException">Support has not begun or the cycle is closed, the note is empty, or its day is in the future or before the cycle.</exception>
    public void AddNote(DateOnly on, string text, Acting by)
    {
        RequireStage("Notes are added while support is given", CycleStage.Do, CycleStage.Review);
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(text), "Enter the note");
        DomainRuleException.Require(on <= by.Today && on >= OpenedOn, $"The date must be from {OpenedOn:d MMMM yyyy} to today");
        var words = TextLimits.Keep(text, TextLimits.Narrative, "The note");
        notes.Add(DeliveryNote.Of(on, words, by.StaffId, by.Name));
        Change(RecordEventKind.DeliveryNoteAdded, by, words, [new("note", "", words)]);
    }

    /// <summary>Marks progress towards a target against what was expected by now.</summary>
    /// <exception cref="DomainRuleException">Support has not begun or the cycle is closed, the target is not this cycle's, or the mark is not −2 to 2.</exception>
    public void MarkProgress(Guid targetId, int mark, Acting by)
    {
        RequireStage("Progress is marked while support is given", CycleStage.Do, CycleStage.Review);
        DomainRuleException.Require(mark is >= -2 and <= 2, "Choose one of the five marks");
        var target = targets.Find(known => known.Id == targetId);
        DomainRuleException.Require(target is not null, "The target is no longer part of this plan");
        DomainRuleException.Require(!target!.IsStopped, $"Target {target.Position + 1} was stopped on {target.StoppedOn:d MMMM yyyy}");
        var before = target.LatestMark is { } earlier ? ProgressScale.Number(earlier) : "";
        target.Mark(mark, by.Today);
        marks.Add(ProgressMark.Of(targetId, mark, by.Today, by.StaffId, by.Name));
        Change(
            RecordEventKind.ProgressMarked,
            by,
            $"Target {target.Position + 1}: {ProgressScale.Number(mark)} {ProgressScale.Word(mark).ToLowerInvariant()}",
            [new($"targets/{targetId}/mark", before, ProgressScale.Number(mark))]);
    }

    private static string ReturnWords(string note)
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(note), "Enter what should change");
        return TextLimits.Keep(note, TextLimits.Narrative, "The note");
    }

    private static void Reconcile<TRow, TContent>(
        List<TRow> rows,
        IReadOnlyList<TContent> content,
        Func<TRow, Guid> rowId,
        Func<TContent, Guid> contentId,
        Func<Guid, TRow> create,
        Action<TRow, TContent, int> write)
    {
        rows.RemoveAll(row => !content.Any(kept => contentId(kept) == rowId(row)));
        for (var position = 0; position < content.Count; position++)
        {
            var row = rows.Find(known => rowId(known) == contentId(content[position]));
            if (row is null)
            {
                rows.Add(row = create(contentId(content[position])));
            }

            write(row, content[position], position);
        }
    }

    private CycleGaps FindGaps()
    {
        var gaps = CycleGaps.None;
        if (Stage > CycleStage.Assess)
        {
            gaps |= RequiredStrands.All(kind => strands.Exists(strand => strand.Kind == kind && strand.Text.Length > 0)) ? 0 : CycleGaps.NeedsNotAnalysed;
            gaps |= ReviewOn is null ? CycleGaps.NoReviewDate : 0;
            gaps |= ResponsibleTeacherId is null ? CycleGaps.NoResponsibleTeacher : 0;
        }

        if (Stage > CycleStage.Plan)
        {
            gaps |= targets.Exists(target => target.Measure.Length == 0 && target.SuccessCriterion.Length == 0) ? CycleGaps.TargetWithoutMeasure : 0;
        }

        if (Stage > CycleStage.Do)
        {
            gaps |= Review.PupilView.Length == 0 ? CycleGaps.PupilViewMissing : 0;
            gaps |= Review.ParentView.Length == 0 ? CycleGaps.ParentViewMissing : 0;
        }

        return Stage == CycleStage.Closed && Review.Decision is null ? gaps | CycleGaps.NoDecision : gaps;
    }

    private void RequireOpen(string what) => DomainRuleException.Require(IsOpen, $"{what} cannot be changed: cycle {Number} is closed");

    private void RequireStage(string otherwise, params ReadOnlySpan<CycleStage> stages) =>
        DomainRuleException.Require(stages.Contains(Stage), Stage == CycleStage.Closed && !otherwise.Contains("closed", StringComparison.Ordinal) ? $"Cycle {Number} is closed: nothing in it can be changed" : otherwise);

    /// <summary>Makes the cycle one of a pupil, where two records of the same pupil become one or two again.</summary>
    /// <param name="pupilId">The pupil.</param>
    /// <param name="number">Its number among the pupil's cycles.</param>
    /// <param name="kind">Whether the records are merged or parted.</param>
    /// <param name="by">Who does it.</param>
    public void BelongTo(Guid pupilId, int number, RecordEventKind kind, Acting by)
    {
        var (before, changes) = (Number, new List<FieldChange>());
        (PupilId, Number, OpenKey) = (pupilId, number, IsOpen ? pupilId : Id);
        if (before != number)
        {
            changes.Add(new FieldChange("cycleNumber", $"{before}", $"{number}"));
        }

        Record(PupilId, Number, kind, by, before == number ? $"Cycle {number} kept in this record" : $"Cycle {before} is cycle {number} now", changes);
    }

    /// <summary>Says in the history that the import which opened the cycle is undone. The caller removes the cycle in the same save; the history keeps what was in it.</summary>
    /// <exception cref="DomainRuleException">The cycle is closed.</exception>
    public void UndoImport(Acting by)
    {
        RequireOpen("It");
        Record(PupilId, null, RecordEventKind.ImportUndone, by with { Means = "" }, $"Cycle {Number}, which a file had opened, removed");
    }

    private void ChangeContent(RecordEventKind kind, Acting by, IReadOnlyList<FieldChange> changes)
    {
        if (changes.Count > 0)
        {
            Change(kind, by, changes: changes);
        }
    }

    private void Change(RecordEventKind kind, Acting by, string summary = "", IReadOnlyList<FieldChange>? changes = null)
    {
        Gaps = FindGaps();
        Record(PupilId, Number, kind, by, summary, changes);
    }
}

/// <summary>What was chosen when a cycle was opened.</summary>
/// <param name="PlanType">The type of plan; null for that of the cycle before.</param>
/// <param name="Stopped">The targets of the last cycle that were stopped early and come over all the same; null for those of which that was said when they were stopped.</param>
public sealed record CycleChoices(PlanType? PlanType = null, IReadOnlyCollection<Guid>? Stopped = null);
