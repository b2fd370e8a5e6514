using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Benchmarks;

/// <summary>
/// Makes the demonstration school a large one: pupils in classes of their own, some of them at SEN Support for three years, three cycles a year, each assessed, planned,
/// marked, delivered and reviewed as a school does it. Made through the domain, so that every rule holds and every change has its event.
/// </summary>
internal static class LargeSchool
{
    private const int Batch = 100, ClassSize = 30, Cycles = 9, CycleDays = 120;
    private static readonly string[] Measures = ["Reading", "Mathematics", "Spelling"];
    private static readonly string[] Codes = ["SLCN", "SPLD", "SEMH", "ASD", "MLD"];

    /// <summary>Adds what is missing to a number of pupils, of whom a number is on the register.</summary>
    public static async Task FillAsync(IServiceProvider services, int pupils, int onRegister)
    {
        var today = SchoolClock.Today(TimeProvider.System);
        Guid schoolId, teacherId;
        List<(Guid Id, string Year)> classes = [];
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
            schoolId = await db.Schools.IgnoreQueryFilters().Select(school => school.Id).FirstAsync();
            scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = schoolId;
            teacherId = await db.Staff.Where(person => person.Email.StartsWith("teacher@")).Select(person => person.Id).FirstOrDefaultAsync();
            var senco = new Acting(await db.Staff.Where(person => person.Roles.HasFlag(StaffRoles.Senco)).Select(person => person.Id).FirstAsync(), "Ruth Adeyemi", DateTime.UtcNow, today);
            var (there, supported) = (await db.Pupils.CountAsync(), await db.Pupils.CountAsync(pupil => pupil.Status != SenStatus.None));
            (pupils, onRegister) = (pupils - there, onRegister - supported);
            for (var number = 0; number < (pupils / ClassSize) + 1; number++)
            {
                var year = string.Create(CultureInfo.InvariantCulture, $"{(number % 6) + 1}");
                var row = SchoolClass.Add(schoolId, string.Create(CultureInfo.InvariantCulture, $"{year}-{number}"), year, senco);
                db.Add(row);
                classes.Add((row.Id, year));
            }

            await db.SaveChangesAsync();
        }

        for (var first = 0; first < pupils; first += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = schoolId;
            var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var number = first; number < Math.Min(first + Batch, pupils); number++)
            {
                // Those on the register are spread over the school.
                var isSupported = (long)number * onRegister / pupils != (long)(number + 1) * onRegister / pupils;
                db.AddRange(Make(schoolId, number, classes[number / ClassSize], teacherId, isSupported, today));
            }

            await db.SaveChangesAsync();
        }
    }

    private static IEnumerable<AggregateRoot> Make(Guid schoolId, int number, (Guid Id, string Year) place, Guid teacherId, bool isSupported, DateOnly today)
    {
        var start = today.AddDays(-(Cycles * CycleDays));
        var name = string.Create(CultureInfo.InvariantCulture, $"{number:0000}");
        var birth = AcademicYear.Of(today).Starts.AddYears(-(int.Parse(place.Year, CultureInfo.InvariantCulture) + 4)).AddDays(-(number % 360) - 1);
        var pupil = Pupil.Add(schoolId, new PupilDetails("", $"Benchfield{name}", $"Robin{name}", "", birth, number % 2 == 0 ? Sex.Female : Sex.Male, place.Year, place.Id), By(start));
        yield return pupil;
        if (!isSupported)
        {
            yield break;
        }

        pupil.ChangeStatus(SenStatus.SenSupport, start, "Needs provision that is additional", By(start));
        var code = Codes[number % Codes.Length];
        pupil.RecordNeeds([(code, NeedType.Find(code)!.Area!.Value)], start, By(start));
        pupil.NameResponsibleTeacher(teacherId, By(start));
        pupil.AddContact(new ContactDetails($"Alex Benchfield{name}", "Mother", true, true), By(start));
        pupil.RecordProfile(start, new PupilVoice("Kind and curious", "My friends and my dog", "Long texts", "One step at a time, with a picture", ""), By(start));
        var cycles = new List<SupportCycle>();
        for (var index = 0; index < Cycles; index++)
        {
            var opened = start.AddDays(index * CycleDays);
            var cycle = SupportCycle.Open(pupil, cycles, By(opened));
            cycles.Add(cycle);
            Run(cycle, opened, isLast: index == Cycles - 1);
            yield return cycle;
            foreach (var measure in Measures)
            {
                yield return AssessmentPoint.Record(pupil, new PointContent(measure, opened.AddDays(5), 20 + (3 * index), 30 + (4 * index), 80 + index), By(opened.AddDays(5)));
            }
        }

        Acting By(DateOnly day) => new(teacherId, "Tom Whitaker", day.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc), day);

        void Run(SupportCycle cycle, DateOnly opened, bool isLast)
        {
            cycle.RecordAssessment(
                AssessmentContent.Empty with { Strengths = "Listens well to stories and helps others", Strands = [.. StrandKinds.All.Select(kind => new StrandContent(kind, $"What was found on {kind}: follows two steps when they are shown, loses the third.", "Tom Whitaker", opened))] },
                By(opened));
            cycle.FinishAssessment(By(opened));
            var (outcome, provision) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            var area = NeedType.Find(code)!.Area;
            Guid[] targets = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
            cycle.WritePlan(
                PlanContent.Empty with
                {
                    StartsOn = opened.AddDays(7),
                    ReviewOn = opened.AddDays(CycleDays - 10),
                    ResponsibleTeacherId = teacherId,
                    ExpectedImpact = "Works on a task for ten minutes without help",
                    AtHome = "Story talk at bedtime",
                    PupilsPart = "I put my help card up",
                    Outcomes = [new OutcomeContent(outcome, "Takes a full part in lessons")],
                    Targets = [.. targets.Select((id, place) => new TargetContent(id, outcome, area, $"Follows {place + 2} steps in a lesson without being reminded", "One step", "Watched in two lessons a week", "In 4 of 5 lessons", opened.AddDays(100)))],
                    Strategies = [.. Enumerable.Range(1, 6).Select(place => new StrategyContent(Guid.CreateVersion7(), $"Give the instruction with a picture, then wait {place} seconds", "Every adult", place < 4))],
                    Provision = [new ProvisionContent(provision, "Small group for language", "Harjit Kaur", "Rainbow room", 20, 3, 4, opened.AddDays(7), opened.AddDays(100), targets)],
                },
                By(opened.AddDays(5)));
            cycle.SharePlan("{}", By(opened.AddDays(7)));
            for (var week = 1; week <= 10; week++)
            {
                var day = opened.AddDays(7 + (7 * week));
                cycle.RecordSessions(day, [new SessionCount(provision, 3, week % 4 == 0 ? 2 : 3, week % 4 == 0 ? "Away on a trip" : "")], By(day));
                if (week % 3 == 0)
                {
                    cycle.AddNote(day, "Needed the picture for the second step only", By(day));
                    cycle.MarkProgress(targets[(week / 3) - 1], (week % 5) - 2, By(day));
                }
            }

            if (!isLast)
            {
                var held = opened.AddDays(CycleDays - 10);
                cycle.RecordReview(
                    ReviewContent.Empty with
                    {
                        HeldOn = held,
                        Present = "Parent, class teacher",
                        Results = [.. targets.Select((id, place) => new ResultContent(id, (TargetResult)(place % 3), "Seen in four lessons"))],
                        Impact = "Starts work sooner",
                        Quality = "Given as planned",
                        PupilView = "The cards help",
                        ParentView = "Homework is calmer",
                        StaffView = "Works longer alone",
                        Decision = ReviewDecision.ContinueWithChanges,
                        NextSteps = "Fade the pictures",
                    },
                    By(held));
                cycle.Close(By(held));
            }
        }
    }
}
