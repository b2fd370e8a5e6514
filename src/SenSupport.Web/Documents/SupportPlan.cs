using System.Text.Json;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Documents;

/// <summary>
/// Everything that a SEN Support Plan says, in words, as it was on one day. Sharing a plan keeps this whole, so a shared version reads the same for ever,
/// whatever happens to the record, the staff or the school's name.
/// </summary>
public sealed record SupportPlan
{
    /// <summary>How its type of plan looked when it was written: name, sections, order and words. Plans from before there were types are of the usual one.</summary>
    public PlanTemplate Template { get; init; } = PlanTemplate.Usual;

    /// <summary>The school's name.</summary>
    public required string School { get; init; }

    /// <summary>The school's address.</summary>
    public string SchoolAddress { get; init; } = "";

    /// <summary>The advice service about which parents must be told, with its telephone number.</summary>
    public string Sendiass { get; init; } = "";

    /// <summary>First name in use.</summary>
    public required string FirstName { get; init; }

    /// <summary>Legal forename.</summary>
    public required string Forename { get; init; }

    /// <summary>Surname.</summary>
    public required string Surname { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly BirthDate { get; init; }

    /// <summary>Unique pupil number.</summary>
    public string Upn { get; init; } = "";

    /// <summary>"Year 4".</summary>
    public string Year { get; init; } = "";

    /// <summary>The registration class.</summary>
    public string Class { get; init; } = "";

    /// <summary>The cycle.</summary>
    public int CycleNumber { get; init; }

    /// <summary>The shared version; 0 for a draft.</summary>
    public int Version { get; init; }

    /// <summary>The day on which this was written down.</summary>
    public DateOnly On { get; init; }

    /// <summary>The moment, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who shared it; empty for a draft.</summary>
    public string SharedBy { get; init; } = "";

    /// <summary>First day of the plan.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Review date.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>SEN status in words, with its code.</summary>
    public string Status { get; init; } = "";

    /// <summary>Since when.</summary>
    public DateOnly? StatusSince { get; init; }

    /// <summary>Current needs by rank.</summary>
    public IReadOnlyList<PlanNeed> Needs { get; init; } = [];

    /// <summary>Diagnoses, each with who made it and when.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = [];

    /// <summary>Flags in words.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Plans that exist beside this one; never what they say.</summary>
    public IReadOnlyList<string> OtherPlans { get; init; } = [];

    /// <summary>Parents and carers whom no court restricts.</summary>
    public IReadOnlyList<PlanPerson> Parents { get; init; } = [];

    /// <summary>The responsible teacher's name.</summary>
    public string ResponsibleTeacher { get; init; } = "";

    /// <summary>The SENCo's name.</summary>
    public string Senco { get; init; } = "";

    /// <summary>Staff who support the pupil.</summary>
    public IReadOnlyList<string> KeyAdults { get; init; } = [];

    /// <summary>The pupil's voice; null until it was recorded.</summary>
    public PlanVoice? Voice { get; init; }

    /// <summary>What someone new should know first.</summary>
    public string Background { get; init; } = "";

    /// <summary>What concerns the parents, and how it compares with the school's view.</summary>
    public string ParentConcern { get; init; } = "";

    /// <summary>Parents' concerns compared with the school's own view.</summary>
    public string ConcernsCompared { get; init; } = "";

    /// <summary>Strengths.</summary>
    public string Strengths { get; init; } = "";

    /// <summary>Difficulties.</summary>
    public string Difficulties { get; init; } = "";

    /// <summary>The strands of the assessment.</summary>
    public IReadOnlyList<PlanStrand> Strands { get; init; } = [];

    /// <summary>Long-term outcomes with their targets; targets that serve none come last, under an outcome without words.</summary>
    public IReadOnlyList<PlanOutcome> Outcomes { get; init; } = [];

    /// <summary>Expected impact.</summary>
    public string ExpectedImpact { get; init; } = "";

    /// <summary>Strategies and adjustments.</summary>
    public IReadOnlyList<PlanLine> Strategies { get; init; } = [];

    /// <summary>Provision.</summary>
    public IReadOnlyList<PlanProvision> Provision { get; init; } = [];

    /// <summary>What is done at home.</summary>
    public string AtHome { get; init; } = "";

    /// <summary>The pupil's own part.</summary>
    public string PupilsPart { get; init; } = "";

    /// <summary>Notes on how the support went.</summary>
    public IReadOnlyList<PlanNote> Notes { get; init; } = [];

    /// <summary>The review; null until the cycle is closed.</summary>
    public PlanReview? Review { get; init; }

    /// <summary>A kept plan without a note; the same text where it has none such.</summary>
    public static string WithoutNote(string frozen, DateOnly on, string text, string? instead) =>
        Mended(frozen, plan => plan.Notes.Any(note => note.On == on && note.Text == text)
            ? plan with { Notes = [.. plan.Notes.Where(note => instead is not null || note.On != on || note.Text != text).Select(note => note.On == on && note.Text == text ? note with { Text = instead! } : note)] }
            : plan);

    /// <summary>A kept plan with a strand of the assessment put right or without it; the same text where it does not say it.</summary>
    public static string WithoutStrand(string frozen, StrandKind kind, string text, string? instead) =>
        Mended(frozen, plan => plan.Strands.Any(strand => strand.Kind == kind && strand.Text == text)
            ? plan with { Strands = [.. plan.Strands.Where(strand => instead is not null || strand.Kind != kind).Select(strand => strand.Kind == kind ? strand with { Text = instead! } : strand)] }
            : plan);

    /// <summary>A kept plan without the pupil's voice of a profile; the same text where it has another.</summary>
    public static string WithoutVoice(string frozen, PlanVoice voice) => Mended(frozen, plan => plan.Voice == voice ? plan with { Voice = null } : plan);

    private static string Mended(string frozen, Func<SupportPlan, SupportPlan> mend)
    {
        // A version that is no plan any more (one that was imported, say) holds nothing that can be taken out.
        try
        {
            var plan = Thaw(frozen);
            var mended = mend(plan);
            return ReferenceEquals(plan, mended) ? frozen : mended.Freeze();
        }
        catch (JsonException)
        {
            return frozen;
        }
    }

    /// <summary>The plan as one text, to be kept.</summary>
    public string Freeze() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>A plan that was kept.</summary>
    public static SupportPlan Thaw(string frozen) => JsonSerializer.Deserialize<SupportPlan>(frozen, JsonSerializerOptions.Web)!;

    /// <summary>Writes down what a cycle's plan says now.</summary>
    /// <param name="pupil">The pupil, with status and flag periods, needs, diagnoses, contacts, profiles and supporters.</param>
    /// <param name="cycle">The cycle, with its parts and notes.</param>
    /// <param name="school">The school.</param>
    /// <param name="template">The template that the plan is written with.</param>
    /// <param name="names">Names that the two hold as keys.</param>
    /// <param name="sharedBy">Who shares it; null for a draft.</param>
    /// <param name="at">The moment, in UTC.</param>
    public static SupportPlan Of(Pupil pupil, SupportCycle cycle, School school, PlanTemplate template, PlanNames names, string? sharedBy, DateTime at)
    {
        var targets = cycle.Targets.OrderBy(target => target.Position).ToList();
        var profile = pupil.Profiles.OrderBy(known => known.GivenOn).LastOrDefault();
        var responsible = cycle.ResponsibleTeacherId ?? pupil.ResponsibleTeacherId;
        return new SupportPlan
        {
            Template = template,
            School = school.Name,
            SchoolAddress = string.Join(", ", school.Address.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            Sendiass = string.Join(", ", new[] { school.SendiassName, school.SendiassPhone }.Where(text => text.Length > 0)),
            FirstName = pupil.FirstName,
            Forename = pupil.Forename,
            Surname = pupil.Surname,
            BirthDate = pupil.BirthDate,
            Upn = pupil.Upn,
            Year = NcYear.Parse(pupil.NcYear).Name,
            Class = names.Class,
            CycleNumber = cycle.Number,
            Version = sharedBy is null ? 0 : cycle.NextPlanVersion,
            On = DateOnly.FromDateTime(SchoolClock.Local(at)),
            At = at,
            SharedBy = sharedBy ?? "",
            StartsOn = cycle.StartsOn,
            ReviewOn = cycle.ReviewOn,
            Status = pupil.Status.IsOnRegister() ? $"{pupil.Status.Name()} (code {pupil.Status.ProvisionCode()})" : pupil.Status.Name(),
            StatusSince = pupil.StatusPeriods.FirstOrDefault(period => period.End is null)?.Start,
            Needs = [.. pupil.CurrentNeeds.Select(need => new PlanNeed(need.Rank, need.Code, NeedType.Find(need.Code)?.Name ?? need.Code, need.Area))],
            Diagnoses = [.. pupil.Diagnoses.Select(found => string.Join(", ", new[] { found.Name, found.MadeBy, found.MadeOn?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(text => !string.IsNullOrEmpty(text))))],
            Flags = [.. pupil.FlagsOn(DateOnly.FromDateTime(SchoolClock.Local(at))).InWords()],
            OtherPlans = pupil.Status == SenStatus.EhcPlan ? ["Education, health and care plan (kept by the local authority)"] : [],
            Parents = [.. pupil.Contacts.Where(contact => !contact.IsRestrictedByCourt).OrderBy(contact => contact.Order).Select(contact => new PlanPerson(
                contact.Name,
                contact.Relation,
                contact.HasParentalResponsibility,
                string.Join(", ", new[] { contact.Phone, contact.Email }.Where(text => text.Length > 0)),
                string.Join(", ", new[] { contact.Language, contact.CommunicationNeeds }.Where(text => text.Length > 0))))],
            ResponsibleTeacher = responsible is { } id ? names.Staff.GetValueOrDefault(id, "") : "",
            Senco = names.Senco,
            KeyAdults = [.. pupil.Supporters.Select(supporter => names.Staff.GetValueOrDefault(supporter.StaffId, "")).Where(name => name.Length > 0).Order()],
            Voice = profile is null ? null : new PlanVoice(profile.Admired, profile.ImportantToMe, profile.HowBestToSupport, profile.FindsHard, profile.Hopes, profile.HowGathered, profile.GivenOn),
            Background = pupil.Background,
            ParentConcern = cycle.ParentConcern,
            ConcernsCompared = cycle.ConcernsCompared,
            Strengths = cycle.Strengths,
            Difficulties = cycle.Difficulties,
            Strands = [.. cycle.Strands.OrderBy(strand => strand.Kind).Where(strand => strand.Text.Length > 0).Select(strand => new PlanStrand(strand.Kind, strand.Text, strand.By, strand.On))],
            Outcomes = [.. WithTargets(cycle, targets)],
            ExpectedImpact = cycle.ExpectedImpact,
            Strategies = [.. cycle.Strategies.OrderBy(row => row.Position).Select(row => new PlanLine(row.Text, row.For, row.MustDo, row.Area))],
            Provision = [.. cycle.Provision.OrderBy(row => row.Position).Select(row => new PlanProvision(
                row.What,
                row.DeliveredBy,
                row.Where,
                row.Minutes,
                row.TimesAWeek,
                row.GroupSize,
                row.From,
                row.To,
                string.Join(", ", row.Serves.Select(served => targets.FindIndex(target => target.Id == served) + 1).Where(number => number > 0).Order())))],
            AtHome = cycle.AtHome,
            PupilsPart = cycle.PupilsPart,
            Notes = [.. cycle.Notes.OrderBy(note => note.On).Select(note => new PlanNote(note.On, note.Text, note.StaffName))],
            Review = cycle.IsOpen ? null : new PlanReview(
                cycle.Review.HeldOn,
                cycle.Review.Present,
                cycle.Review.Impact,
                cycle.Review.Quality,
                cycle.Review.PupilView,
                cycle.Review.ParentView,
                cycle.Review.StaffView,
                cycle.Review.Decision?.Name() ?? "",
                cycle.Review.NextSteps,
                cycle.Review.NextReviewOn,
                [.. targets.Select(target => new PlanResult(target.Position + 1, target.Statement, target.Result?.Name() ?? (target.IsStopped ? "Stopped" : "No result recorded"), target.Evidence))])
            {
                Steps = [.. cycle.NextSteps.OrderBy(step => step.Position).Select(step => new PlanStep(step.What, step.OwnerId is { } owner ? names.Staff.GetValueOrDefault(owner, "") : step.Owner, step.ByWhen, step.DoneOn))],
            },
        };
    }

    private static IEnumerable<PlanOutcome> WithTargets(SupportCycle cycle, List<Target> targets)
    {
        foreach (var outcome in cycle.Outcomes.OrderBy(row => row.Position))
        {
            yield return new PlanOutcome(outcome.Text, outcome.ByWhen, [.. targets.Where(target => target.OutcomeId == outcome.Id).Select(Of)]);
        }

        var others = targets.Where(target => !cycle.Outcomes.Any(outcome => outcome.Id == target.OutcomeId)).Select(Of).ToList();
        if (others.Count > 0)
        {
            yield return new PlanOutcome("", null, others);
        }

        PlanTarget Of(Target target) => new(
            target.Position + 1,
            target.Area,
            target.Statement,
            target.Baseline,
            target.Measure,
            target.SuccessCriterion,
            target.ByWhen,
            target.LatestMark is { } mark ? $"{ProgressScale.Number(mark)} {ProgressScale.Word(mark).ToLowerInvariant()}" : "",
            target.StoppedOn is { } stopped ? $"Stopped on {stopped:d MMMM yyyy}: {target.StopReason}" : "",
            PlanCarried.Of(target, cycle.Number - 1));
    }
}

/// <summary>Names that a pupil and a cycle hold as keys.</summary>
/// <param name="Class">The pupil's class; empty without one.</param>
/// <param name="Staff">Names of staff by key.</param>
/// <param name="Senco">The SENCo's name; several joined.</param>
public sealed record PlanNames(string Class, IReadOnlyDictionary<Guid, string> Staff, string Senco);

/// <summary>A need.</summary>
public sealed record PlanNeed(int Rank, string Code, string Name, AreaOfNeed Area);

/// <summary>A parent or carer.</summary>
public sealed record PlanPerson(string Name, string Relation, bool HasParentalResponsibility, string Contact, string Communication);

/// <summary>The pupil's voice.</summary>
public sealed record PlanVoice(string Admired, string ImportantToMe, string HowBestToSupport, string FindsHard, string Hopes, string HowGathered, DateOnly GivenOn);

/// <summary>A strand of the assessment.</summary>
public sealed record PlanStrand(StrandKind Kind, string Text, string By, DateOnly? On);

/// <summary>A long-term outcome with its targets.</summary>
public sealed record PlanOutcome(string Text, DateOnly? ByWhen, IReadOnlyList<PlanTarget> Targets);

/// <summary>A target; <paramref name="Progress"/> is its latest mark in number and word, <paramref name="Stopped"/> since when it is stopped and why.</summary>
public sealed record PlanTarget(
    int Number, AreaOfNeed? Area, string Statement, string Baseline, string Measure, string SuccessCriterion, DateOnly? ByWhen, string Progress, string Stopped = "", PlanCarried? Carried = null);

/// <summary>A strategy.</summary>
public sealed record PlanLine(string Text, string For, bool MustDo, AreaOfNeed? Area = null);

/// <summary>A row of provision; <paramref name="Serves"/> lists target numbers.</summary>
public sealed record PlanProvision(string What, string DeliveredBy, string Where, int? Minutes, decimal? TimesAWeek, int? GroupSize, DateOnly? From, DateOnly? To, string Serves);

/// <summary>A note.</summary>
public sealed record PlanNote(DateOnly On, string Text, string By);

/// <summary>The review of a closed cycle.</summary>
public sealed record PlanReview(
    DateOnly? HeldOn,
    string Present,
    string Impact,
    string Quality,
    string PupilView,
    string ParentView,
    string StaffView,
    string Decision,
    string NextSteps,
    DateOnly? NextReviewOn,
    IReadOnlyList<PlanResult> Results)
{
    /// <summary>Next steps, each with who and by when.</summary>
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];
}

/// <summary>A next step of the review.</summary>
public sealed record PlanStep(string What, string Who, DateOnly? ByWhen, DateOnly? DoneOn);

/// <summary>How a target ended.</summary>
public sealed record PlanResult(int Number, string Statement, string Result, string Evidence);
