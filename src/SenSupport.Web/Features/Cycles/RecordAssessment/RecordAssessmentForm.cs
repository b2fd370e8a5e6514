using FluentValidation;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Cycles.RecordAssessment;

/// <summary>The assessment as it is typed: what stands above the strands, and all eight of them (CoP 6.45, 6.46).</summary>
public sealed class RecordAssessmentForm
{
    /// <summary>The version of the cycle that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>Strengths.</summary>
    public string Strengths { get; set; } = "";

    /// <summary>Difficulties.</summary>
    public string Difficulties { get; set; } = "";

    /// <summary>What concerns the parents.</summary>
    public string ParentConcern { get; set; } = "";

    /// <summary>Parents' concerns compared with the school's own view.</summary>
    public string ConcernsCompared { get; set; } = "";

    /// <summary>Whether the pupil works at levels substantially below those of pupils of a similar age.</summary>
    public bool SubstantiallyBelow { get; set; }

    /// <summary>The strands.</summary>
    public List<StrandEntry> Strands { get; set; } = [];

    /// <summary>The form for what a cycle holds.</summary>
    public static RecordAssessmentForm Of(SupportCycle cycle)
    {
        var assessment = cycle.Assessment();
        return new RecordAssessmentForm
        {
            Version = cycle.Version,
            Strengths = assessment.Strengths,
            Difficulties = assessment.Difficulties,
            ParentConcern = assessment.ParentConcern,
            ConcernsCompared = assessment.ConcernsCompared,
            SubstantiallyBelow = assessment.SubstantiallyBelow,
            Strands = [.. StrandKinds.All.Select(kind => StrandEntry.Of(assessment.Strands.FirstOrDefault(strand => strand.Id == kind) ?? new StrandContent(kind)))],
        };
    }

    /// <summary>What was typed as an assessment; null where a strand is unknown or given twice, which only a forged form does.</summary>
    public AssessmentContent? Content() => Strands.TrueForAll(strand => strand?.Kind is not null) && Strands.DistinctBy(strand => strand.Kind).Count() == Strands.Count
        ? new AssessmentContent(Strengths, Difficulties, ParentConcern, ConcernsCompared, [.. Strands.Select(strand => new StrandContent(strand.Kind!.Value, strand.Text, strand.By, strand.Date, strand.Documents))], SubstantiallyBelow)
        : null;

    /// <summary>Documents that the person may not read stay with their strands, and others cannot be added: of what was ticked, only what they may read counts.</summary>
    public void KeepDocuments(SupportCycle cycle, IReadOnlySet<Guid> readable)
    {
        foreach (var entry in Strands)
        {
            var saved = cycle.Strands.FirstOrDefault(strand => strand.Kind == entry.Kind)?.Documents ?? [];
            entry.Documents = [.. entry.Documents.Where(readable.Contains), .. saved.Where(id => !readable.Contains(id))];
        }
    }

    /// <summary>Strands that the school asks for and that have no words yet.</summary>
    public IEnumerable<StrandKind> Missing(SupportCycle cycle) => cycle.RequiredStrands.Where(kind => !Strands.Exists(strand => strand.Kind == kind && !string.IsNullOrWhiteSpace(strand.Text)));

    /// <summary>Only what cannot be stored or cannot be true is an error.</summary>
    public sealed class Validator : AbstractValidator<RecordAssessmentForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) => Check(form, new Findings(context.AddFailure), SchoolClock.Today(clock)));

        private static void Check(RecordAssessmentForm form, Findings found, DateOnly today)
        {
            found.Limit(nameof(form.Strengths), form.Strengths, TextLimits.Narrative, "Strengths");
            found.Limit(nameof(form.Difficulties), form.Difficulties, TextLimits.Narrative, "Difficulties");
            foreach (var strand in form.Strands.Where(strand => strand?.Kind is not null))
            {
                var (at, name) = ($"Strands[{strand.Key}]", strand.Kind!.Value.Name());
                found.Limit($"{at}.Text", strand.Text, TextLimits.Narrative, name);
                found.Limit($"{at}.By", strand.By, TextLimits.Line, $"{name}: who");
                found.DateLine($"{at}.On", strand.On, $"{name}: enter a date such as 14 Sep 2026");
                found.Hold($"{at}.Documents", strand.Documents.Count <= StrandContent.MostDocuments, $"{name}: tick at most {StrandContent.MostDocuments} documents");
                found.Hold($"{at}.On", !(strand.Date > today), $"{name}: the date must be today or in the past");
            }

            found.Limit(nameof(form.ParentConcern), form.ParentConcern, TextLimits.Narrative, "What concerns the parents");
            found.Limit(nameof(form.ConcernsCompared), form.ConcernsCompared, TextLimits.Narrative, "The comparison with the school’s view");
        }
    }
}

/// <summary>One strand as it is typed.</summary>
public sealed class StrandEntry
{
    /// <summary>Which strand, by name.</summary>
    public string Key { get; set; } = "";

    /// <summary>What was found or said.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who contributed it.</summary>
    public string By { get; set; } = "";

    /// <summary>When, on one line.</summary>
    public string On { get; set; } = "";

    /// <summary>Documents that it rests on.</summary>
    public List<Guid> Documents { get; set; } = [];

    /// <summary>Which strand; null for one that there is not.</summary>
    public StrandKind? Kind => StrandKinds.All.Select(kind => (StrandKind?)kind).FirstOrDefault(kind => $"{kind}" == Key);

    /// <summary>When; null when there is no date or it cannot be read.</summary>
    public DateOnly? Date => DateText.TryRead(On, out var date) ? date : null;

    internal static StrandEntry Of(StrandContent content) => new() { Key = $"{content.Id}", Text = content.Text, By = content.By, On = content.On is { } on ? UkDate.Short(on) : "", Documents = [.. content.Documents] };
}
