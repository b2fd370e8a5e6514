using System.Globalization;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Pdf;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Documents;

/// <summary>A plan on paper: the sections of its type in their order, under headings that a screen reader can jump by.</summary>
public static class SupportPlanPdf
{
    private const string Amber = "#8a4600", Sand = "#f1ece2", PineTint = "#e4eef0", Pine = "#16454e";

    // As on a letterhead: a wide logo may take a third of the line, a tall one about four lines of text.
    private const double LogoWidth = 150, LogoHeight = 56;

    /// <summary>Composes the document.</summary>
    /// <param name="plan">What it says.</param>
    /// <param name="logo">
    /// The school's logo of today, at the head of the first page; null where it has none. It is no part of what was shared: a plan says who wrote it in words.
    /// </param>
    public static byte[] Compose(SupportPlan plan, Image? logo = null)
    {
        var name = $"{plan.FirstName} {plan.Surname}";
        var version = plan.Version == 0 ? "Draft, not shared" : $"Version {plan.Version}";
        return Document.Create(document => document
            .Info(new DocumentInfo { Title = $"{plan.Template.Name}: {name}, cycle {plan.CycleNumber}, {version.ToLowerInvariant()}", Author = plan.School, Created = plan.At })
            .Page(page => page
                .Size(PageSize.A4)
                .Margin(48, 40)
                .Header(header => header.Row(row => row
                    .Relative(1, left => left.Paragraph(text => text.Size(9).Muted().Span(plan.School)))
                    .Relative(1, right => right.Paragraph(text => text.Size(9).Muted().Align(TextAlign.Right).Span($"{name}, cycle {plan.CycleNumber}, {version.ToLowerInvariant()}")))))
                .Content(content =>
                {
                    Title(content, plan, name, version, logo);
                    Sections(content, plan);
                })
                .Footer(footer => footer.Row(row => row
                    .Relative(3, left => left.Paragraph(text => text.Size(8.5).Muted().Span("Confidential. For those who support the pupil. Shred when done with.")))
                    .Relative(1, right => right.Paragraph(text => { text.Size(8.5).Muted().Align(TextAlign.Right); text.PageNumber(); text.Span(" of "); text.PageCount(); })))))).Generate();
    }

    private static void Title(Flow content, SupportPlan plan, string name, string version, Image? logo)
    {
        if (logo is null)
        {
            content.Heading(1, $"{plan.Template.Name}: {name}");
        }
        else
        {
            content.Row(row => row
                .Relative(1, left => left.Heading(1, $"{plan.Template.Name}: {name}"))
                .Fixed(LogoWidth, right => right.DefaultText(align: TextAlign.Right).Image(logo, AltText.Says($"Logo of {(plan.School.Length > 0 ? plan.School : "the school")}"), LogoWidth, LogoHeight)));
        }

        if (plan.Version == 0)
        {
            content.Callout(Amber, "#fdf3e3", box => box.Paragraph(text => text.Span("Draft. This plan has not been shared and may change.").Bold()));
        }

        content.Row(row => row
            .Relative(1, left => left.KeyValues(
                pairs => pairs
                    .Pair("Name", plan.FirstName == plan.Forename ? name : $"{plan.Forename} {plan.Surname}, known as {plan.FirstName}")
                    .Pair("Date of birth", UkDate.Long(plan.BirthDate))
                    .Pair("Year and class", Join(plan.Year, plan.Class))
                    .Pair("UPN", plan.Upn),
                90))
            .Relative(1, right => right.KeyValues(
                pairs => pairs
                    .Pair("Plan", $"Cycle {plan.CycleNumber}, {version.ToLowerInvariant()}")
                    .Pair(plan.Version == 0 ? "Printed" : "Shared", plan.SharedBy.Length == 0 ? UkDate.Long(plan.On) : $"{UkDate.Long(plan.On)} by {plan.SharedBy}")
                    .Pair("Starts", Long(plan.StartsOn) ?? "No date yet")
                    .Pair("Review date", value => value.Span(Long(plan.ReviewOn) ?? "No date yet").Bold()),
                80)));
    }

    private static void Sections(Flow content, SupportPlan plan)
    {
        var printed = plan.Template.Sections.Where(row => row.IsPrinted).ToList();
        var lastWritten = printed.FindLastIndex(row => row.Section.IsWritten());
        var isUnderTargets = false;
        foreach (var (index, row) in printed.Index())
        {
            // What belongs to the targets stands under their heading, for as long as nothing else comes between.
            isUnderTargets &= row.Section.IsWritten();
            var level = isUnderTargets ? 3 : 2;
            switch (row.Section)
            {
                case PlanSection.StatusAndNeeds:
                    StatusAndNeeds(content, plan);
                    break;
                case PlanSection.People:
                    People(content, plan);
                    break;
                case PlanSection.PupilsVoice:
                    PupilsVoice(content, plan);
                    break;
                case PlanSection.ParentsVoice:
                    ParentsVoice(content, plan);
                    break;
                case PlanSection.Background:
                    Section(content, Heading(plan, PlanSection.Background, "Background"), plan.Background);
                    break;
                case PlanSection.Assessment:
                    Assessment(content, plan);
                    break;
                case PlanSection.Targets:
                    Targets(content, plan, LeadsTheTargets(printed, index + 1));
                    isUnderTargets = true;
                    break;
                case PlanSection.ExpectedImpact when !LeadsTheTargets(printed, index):
                    Section(content, Heading(plan, PlanSection.ExpectedImpact, "Expected impact"), plan.ExpectedImpact, level);
                    break;
                case PlanSection.Strategies:
                    Strategies(content, plan, level);
                    break;
                case PlanSection.Provision:
                    Provision(content, plan, level);
                    break;
                case PlanSection.AtHome:
                    Section(content, Heading(plan, PlanSection.AtHome, "At home"), plan.AtHome, level);
                    break;
                case PlanSection.PupilsPart:
                    Section(content, Heading(plan, PlanSection.PupilsPart, $"{plan.FirstName}’s own part"), plan.PupilsPart, level);
                    break;
                case PlanSection.Delivery:
                    Delivery(content, plan);
                    break;
                case PlanSection.Review:
                    Review(content, plan);
                    break;
                case PlanSection.Agreement:
                    Agreement(content, plan);
                    break;
            }

            if (index == lastWritten)
            {
                ReviewDate(content, plan);
            }
        }

        if (lastWritten < 0)
        {
            ReviewDate(content, plan);
        }
    }

    // Expected impact right after the targets, under no heading of the school's own, is the first line of their section.
    private static bool LeadsTheTargets(List<PlanSectionWords> printed, int index) =>
        index > 0 && index < printed.Count && printed[index] is { Section: PlanSection.ExpectedImpact, Heading: "" } && printed[index - 1].Section == PlanSection.Targets;

    private static string Heading(SupportPlan plan, PlanSection section, string usual) => plan.Template.Heading(section, usual);

    private static void StatusAndNeeds(Flow content, SupportPlan plan)
    {
        content.Heading(2, Heading(plan, PlanSection.StatusAndNeeds, "Status and needs"));
        content.KeyValues(
            pairs =>
            {
                pairs.Pair("SEN status", plan.StatusSince is { } since ? $"{plan.Status} since {UkDate.Long(since)}" : plan.Status);
                foreach (var need in plan.Needs)
                {
                    pairs.Pair(need.Rank switch { 1 => "Primary need", 2 => "Secondary need", _ => $"Need {need.Rank}" }, value => value.Mark(need.Area).Span(
                        need.Name == need.Area.Name() ? $"{need.Name} ({need.Code})" : $"{need.Name} ({need.Code}), {LowerFirst(need.Area.Name())}"));
                }

                pairs.Pair("Diagnoses", string.Join("; ", plan.Diagnoses));
                pairs.Pair("Also recorded", string.Join(", ", plan.Flags));
                pairs.Pair("Other plans", string.Join(", ", plan.OtherPlans));
            },
            110);
    }

    private static void People(Flow content, SupportPlan plan)
    {
        content.Heading(2, Heading(plan, PlanSection.People, "People"));
        if (plan.Parents.Count > 0)
        {
            content.Table(table =>
            {
                table.Columns(columns => columns.Relative(3).Relative(2).Relative(4).Relative(3));
                table.Header("Parents and carers", "Relation", "Contact", "Language and communication");
                foreach (var parent in plan.Parents)
                {
                    table.Row(parent.Name, parent.HasParentalResponsibility ? $"{parent.Relation}, parental responsibility" : parent.Relation, parent.Contact, parent.Communication);
                }
            });
        }

        content.KeyValues(
            pairs => pairs
                .Pair("Responsible teacher", plan.ResponsibleTeacher.Length > 0 ? plan.ResponsibleTeacher : "Nobody named yet")
                .Pair("SENCo", plan.Senco)
                .Pair("Key adults", string.Join(", ", plan.KeyAdults))
                .Pair("Advice for families", plan.Sendiass),
            110);
    }

    private static void PupilsVoice(Flow content, SupportPlan plan)
    {
        if (plan.Voice is { } voice)
        {
            content.Heading(2, Heading(plan, PlanSection.PupilsVoice, $"{plan.FirstName}’s voice"));
            content.KeyValues(
                pairs => pairs
                    .Pair("People admire", voice.Admired)
                    .Pair("Important to me", voice.ImportantToMe)
                    .Pair("What works", voice.HowBestToSupport)
                    .Pair("What I find hard", voice.FindsHard)
                    .Pair("What I hope for", voice.Hopes)
                    .Pair("How I said it", Join(voice.HowGathered, UkDate.Long(voice.GivenOn))),
                110);
        }
    }

    private static void ParentsVoice(Flow content, SupportPlan plan)
    {
        var parents = plan.Strands.FirstOrDefault(strand => strand.Kind == StrandKind.ParentsViews);
        if (parents is not null || plan.ParentConcern.Length > 0 || plan.AtHome.Length > 0)
        {
            content.Heading(2, Heading(plan, PlanSection.ParentsVoice, "Parents’ voice"));
            content.KeyValues(
                pairs => pairs
                    .Pair("Views", parents?.Text)
                    .Pair("Concerns", plan.ParentConcern)
                    .Pair("At home", plan.AtHome),
                110);
        }
    }

    private static void Assessment(Flow content, SupportPlan plan)
    {
        if (plan.Strands.Count == 0 && plan.Strengths.Length == 0 && plan.Difficulties.Length == 0)
        {
            return;
        }

        content.Heading(2, Heading(plan, PlanSection.Assessment, "Assess: what we know"));
        content.KeyValues(
            pairs => pairs
                .Pair("Strengths", plan.Strengths)
                .Pair("Difficulties", plan.Difficulties)
                .Pair("Concerns compared", plan.ConcernsCompared),
            110);
        if (plan.Strands.Count > 0)
        {
            content.Table(table =>
            {
                table.Columns(columns => columns.Relative(2).Relative(5).Relative(2));
                table.Header("Strand", "What was found or said", "Who and when");
                foreach (var strand in plan.Strands)
                {
                    table.Row(row => row
                        .Header(strand.Kind == StrandKind.PupilsViews ? $"{plan.FirstName}’s own views" : strand.Kind.Name())
                        .Cell(strand.Text)
                        .Cell(Join(strand.By, Short(strand.On))));
                }
            });
        }
    }

    private static void Targets(Flow content, SupportPlan plan, bool withImpact)
    {
        content.Heading(2, Heading(plan, PlanSection.Targets, "Plan: outcomes and targets"));
        if (withImpact && plan.ExpectedImpact.Length > 0)
        {
            content.Paragraph(text => { text.Span("Expected impact: ").Bold(); text.Span(plan.ExpectedImpact); });
        }

        if (plan.Outcomes.Sum(outcome => outcome.Targets.Count) == 0)
        {
            content.Paragraph("No target has been written yet.");
        }

        foreach (var outcome in plan.Outcomes)
        {
            content.Heading(3, outcome.Text.Length == 0 ? "Other targets" : outcome.ByWhen is { } by ? $"Long-term outcome: {outcome.Text.TrimEnd('.')} (by {UkDate.Long(by)})" : $"Long-term outcome: {outcome.Text}");
            foreach (var target in outcome.Targets)
            {
                content.KeepTogether(kept => kept.Box(new BoxLook { PaddingX = 9, PaddingY = 6, Border = "#d5d9d3", Radius = 4 }, box =>
                {
                    box.Heading(4, text => text.Mark(target.Area).Span($"Target {target.Number}: {target.Statement}"));
                    box.KeyValues(
                        pairs => pairs
                            .Pair("Stopped", target.Stopped.Length == 0 ? null : target.Stopped["Stopped ".Length..])
                            .Pair("Now", target.Baseline)
                            .Pair("How we measure it", target.Measure)
                            .Pair("Success looks like", target.SuccessCriterion)
                            .Pair("By when", Long(target.ByWhen))
                            .Pair("From the last plan", target.Carried?.Line)
                            .Pair("Worded before", target.Carried?.Before)
                            .Pair("Progress so far", target.Progress.Length == 0 ? null : $"{target.Progress} (against what was expected by then)"),
                        105);
                }));
            }
        }
    }

    private static void Strategies(Flow content, SupportPlan plan, int level)
    {
        if (plan.Strategies.Count > 0)
        {
            content.Heading(level, Heading(plan, PlanSection.Strategies, "Strategies and adjustments"));
            foreach (var group in plan.Strategies.GroupBy(line => line.For.Length == 0 ? "Every adult" : line.For))
            {
                content.Paragraph(text => { text.KeepWithNext(); text.Span(group.Key).Bold(); });
                content.List(list =>
                {
                    foreach (var line in group)
                    {
                        list.Item(text =>
                        {
                            text.Mark(line.Area).Span(line.Text);
                            if (line.MustDo)
                            {
                                text.Span(" (must do)").Bold();
                            }
                        });
                    }
                });
            }
        }
    }

    private static void Provision(Flow content, SupportPlan plan, int level)
    {
        if (plan.Provision.Count > 0)
        {
            content.Heading(level, Heading(plan, PlanSection.Provision, "Provision"));
            content.Table(table =>
            {
                table.Columns(columns => columns.Relative(3).Relative(2.4).Relative(2.4).Relative(1.2).Relative(2).Relative(1.2));
                table.Header("What", "Who and where", "How often", "Group", "From and to", "Targets");
                foreach (var row in plan.Provision)
                {
                    table.Row(cells => cells
                        .Header(row.What)
                        .Cell(Join(row.DeliveredBy, row.Where))
                        .Cell(Often(row))
                        .Cell(row.GroupSize?.ToString(CultureInfo.InvariantCulture))
                        .Cell((Short(row.From), Short(row.To)) switch { (null, null) => "", (var from, null) => $"from {from}", (null, var to) => $"to {to}", var (from, to) => $"{from} to {to}" })
                        .Cell(row.Serves));
                }
            });
        }
    }

    private static void ReviewDate(Flow content, SupportPlan plan) =>
        content.Callout(Pine, PineTint, box => box.Paragraph(text =>
        {
            text.Span("We look at this plan together on or before ");
            text.Span(Long(plan.ReviewOn) ?? "a date that is not agreed yet").Bold();
            text.Span(".");
        }));

    private static void Delivery(Flow content, SupportPlan plan)
    {
        if (plan.Notes.Count == 0)
        {
            return;
        }

        content.Heading(2, Heading(plan, PlanSection.Delivery, "Do: how the support went"));
        content.Table(table =>
        {
            table.Columns(columns => columns.Fixed(72).Relative(4).Relative(1.4));
            table.Header("Date", "Note", "Who");
            foreach (var note in plan.Notes)
            {
                table.Row(UkDate.Short(note.On), note.Text, note.By);
            }
        });
    }

    private static void Review(Flow content, SupportPlan plan)
    {
        if (plan.Review is not { } review)
        {
            return;
        }

        content.Heading(2, Heading(plan, PlanSection.Review, "Review"));
        content.KeyValues(
            pairs => pairs
                .Pair("Held on", Long(review.HeldOn) ?? "No date recorded")
                .Pair("Present", review.Present),
            110);
        if (review.Results.Count > 0)
        {
            content.Table(table =>
            {
                table.Columns(columns => columns.Relative(4).Relative(1.4).Relative(4));
                table.Header("Target", "Result", "Evidence");
                foreach (var result in review.Results)
                {
                    table.Row(row => row.Header($"{result.Number}. {result.Statement}").Cell(result.Result, background: Sand).Cell(result.Evidence));
                }
            });
        }

        content.KeyValues(
            pairs => pairs
                .Pair("Impact", review.Impact)
                .Pair("Quality of support", review.Quality)
                .Pair($"{plan.FirstName}’s view", review.PupilView)
                .Pair("Parents’ view", review.ParentView)
                .Pair("Staff’s view", review.StaffView)
                .Pair("Decision", value => value.Span(review.Decision.Length == 0 ? "No decision recorded" : review.Decision).Bold())
                .Pair("Next steps", review.NextSteps)
                .Pair("Next review", Long(review.NextReviewOn)),
            110);
        if (review.Steps.Count > 0)
        {
            content.Table(table =>
            {
                table.Columns(columns => columns.Relative(4).Relative(2).Relative(1.4).Relative(1.4));
                table.Header("Next step", "Who", "By when", "Done");
                foreach (var step in review.Steps)
                {
                    table.Row(row => row.Header(step.What).Cell(step.Who).Cell(step.ByWhen is { } by ? UkDate.Short(by) : "").Cell(step.DoneOn is { } done ? UkDate.Short(done) : ""));
                }
            });
        }
    }

    private static void Agreement(Flow content, SupportPlan plan) => content.KeepTogether(kept =>
    {
        kept.Heading(2, Heading(plan, PlanSection.Agreement, "Agreement"));
        kept.Paragraph("We have talked about this plan. Signing says that you were asked and have a copy; it does not give up any right.");
        kept.Table(table =>
        {
            table.Columns(columns => columns.Relative(2).Relative(3).Relative(2));
            table.Header("Who", "Signature", "Date");
            foreach (var who in new[] { "Parent or carer", plan.FirstName, plan.ResponsibleTeacher.Length > 0 ? $"{plan.ResponsibleTeacher}, teacher" : "Teacher", plan.Senco.Length > 0 ? $"{plan.Senco}, SENCo" : "SENCo", "Copy given to the family by" })
            {
                table.Row(row => row.Header(who).Cell(cell => cell.Space(22)).Cell(""));
            }
        });
    });

    private static void Section(Flow content, string heading, string text, int level = 2)
    {
        if (text.Length > 0)
        {
            content.Heading(level, heading);
            foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                content.Paragraph(paragraph);
            }
        }
    }

    private static string Often(PlanProvision row)
    {
        var often = row.TimesAWeek switch
        {
            null => "",
            1 => "once a week",
            2 => "twice a week",
            0.5m => "once a fortnight",
            0.25m => "once in four weeks",
            var times => string.Create(CultureInfo.InvariantCulture, $"{times:0.##} times a week"),
        };
        return row.Minutes is { } minutes ? Join($"{minutes} minutes", often) : often;
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string? Long(DateOnly? date) => date is { } value ? UkDate.Long(value) : null;

    private static string? Short(DateOnly? date) => date is { } value ? UkDate.Short(value) : null;
}
