using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Web.Documents;

namespace SenSupport.Web.Features.Schools.ArrangePlanTypes;

/// <summary>The plan of an invented pupil, on which a school sees how a type of plan looks.</summary>
public static class ExamplePlan
{
    /// <summary>The plan by a template.</summary>
    public static SupportPlan Of(PlanTemplate template, string school) => new()
    {
        Template = template,
        School = school,
        FirstName = "Sam",
        Forename = "Sam",
        Surname = "Example",
        BirthDate = new DateOnly(2018, 3, 9),
        Year = "Year 4",
        Class = "4W",
        CycleNumber = 2,
        On = new DateOnly(2026, 9, 7),
        At = new DateTime(2026, 9, 7, 8, 0, 0, DateTimeKind.Utc),
        StartsOn = new DateOnly(2026, 9, 7),
        ReviewOn = new DateOnly(2026, 11, 27),
        Status = "SEN Support (code K)",
        StatusSince = new DateOnly(2026, 1, 12),
        Needs = [new PlanNeed(1, "SLCN", "Speech, language and communication needs", AreaOfNeed.CommunicationAndInteraction)],
        Parents = [new PlanPerson("Jo Example", "Mother", true, "", "")],
        ResponsibleTeacher = "The class teacher",
        Senco = "The SENCo",
        Voice = new PlanVoice("Kind to younger children", "My dog", "Show me, then let me try", "Long talk", "To tell jokes", "Talked it over", new DateOnly(2026, 9, 2)),
        Background = "New to the school last year.",
        ParentConcern = "Few words at home in the evening.",
        Strengths = "Remembers places and faces.",
        Difficulties = "Finding words quickly.",
        Strands = [new PlanStrand(StrandKind.TeacherAssessment, "Answers in single words in whole-class talk.", "Class teacher", new DateOnly(2026, 9, 3))],
        Outcomes =
        [
            new PlanOutcome("Sam tells others about the day in whole sentences.", new DateOnly(2028, 7, 20),
            [
                new PlanTarget(
                    1, AreaOfNeed.CommunicationAndInteraction, "Sam will answer in a sentence of four words or more", "Two words", "A tally each Friday", "8 of 10 answers", new DateOnly(2026, 11, 27), "", "",
                    new PlanCarried(Reformulation.SmallerStep, "cycle 1 (partly met)", "Four words, not six", "Sam will answer in a sentence of six words or more")),
            ]),
        ],
        ExpectedImpact = "Sam joins in class talk every day.",
        Strategies = [new PlanLine("Wait ten seconds after a question", "Every adult", true, AreaOfNeed.CommunicationAndInteraction)],
        Provision = [new PlanProvision("Language group", "Teaching assistant", "Group room", 20, 3, 4, new DateOnly(2026, 9, 7), new DateOnly(2026, 11, 27), "1")],
        AtHome = "One thing about the day at supper.",
        PupilsPart = "I will tell a friend one thing each day.",
        Notes = [new PlanNote(new DateOnly(2026, 9, 18), "Told the group about the dog.", "Teaching assistant")],
    };
}
