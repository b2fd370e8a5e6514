using SenSupport.Domain.Cycles;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>The demonstration school in memory: made by the domain's own methods, always the same but for keys and dates.</summary>
internal sealed class DemoRecords
{
    private const int Seed = 20_270_108;
    private readonly DemoContent content;
    private readonly DemoCalendar calendar;
    private readonly PlanWriter plans;
    private readonly DemoUpns upns;

    private DemoRecords(DemoContent content, DateOnly today, IReadOnlyDictionary<string, Guid> accounts)
    {
        this.content = content;
        calendar = new DemoCalendar(today);
        plans = new PlanWriter(content);
        var file = content.School;
        AcademicYear lastYear = new(calendar.Year.StartYear - 1);
        var schoolId = Guid.CreateVersion7();
        Staff = new DemoStaff(schoolId, file, calendar.Year, lastYear.Starts, accounts);
        School = School.SetUp(schoolId, file.Details, file.Support, [.. DemoCalendar.TermsOf(lastYear), .. DemoCalendar.TermsOf(calendar.Year)], Staff.SencoOn(lastYear.Starts));
        School.ChangeTerms(School.Terms, [.. DemoCalendar.InsetDaysOf(lastYear), .. DemoCalendar.InsetDaysOf(calendar.Year)], Staff.SencoOn(lastYear.Starts));
        upns = new DemoUpns(School);
    }

    /// <summary>The school with its terms of this year and the last.</summary>
    public School School { get; }

    /// <summary>Staff and classes.</summary>
    public DemoStaff Staff { get; }

    /// <summary>Every pupil on roll.</summary>
    public List<Pupil> Pupils { get; } = [];

    /// <summary>Concerns, contact logs, short assessments, and views before reviews.</summary>
    public List<PupilRecord> Beside { get; } = [];

    /// <summary>Every support cycle.</summary>
    public List<SupportCycle> Cycles { get; } = [];

    /// <summary>Teaching groups of this year.</summary>
    public List<TeachingGroup> Groups { get; } = [];

    /// <summary>What pupils reached in tests.</summary>
    public List<AssessmentPoint> Points { get; } = [];

    /// <summary>Makes the school.</summary>
    /// <param name="today">The date in London.</param>
    /// <param name="accounts">Keys of the accounts by the part of the address before the @.</param>
    public static DemoRecords Make(DateOnly today, IReadOnlyDictionary<string, Guid> accounts)
    {
        var made = new DemoRecords(DemoContent.Read(), today, accounts);
        made.AddPupilsWithRecords();
        made.AddOtherPupils();
        made.AddGroups();
        made.Beside.AddRange(DemoConcerns.Make(made, today, made.calendar.LastDay));
        made.Beside.AddRange(DemoViews.Make(made, today, made.calendar.LastDay));
        return made;
    }

    private void AddPupilsWithRecords()
    {
        var rows = content.School.Pupils;
        var soon = calendar.Spread(0, ReviewDate.SoonDays, rows.Count(row => row.Stage is DemoStage.DoSoon or DemoStage.ReviewSoon));
        var overdue = calendar.Spread(-ReviewDate.SoonDays, -1, rows.Count(row => row.Stage is DemoStage.DoOverdue or DemoStage.ReviewOverdue));
        var later = calendar.Spread(ReviewDate.SoonDays + 1, 84, rows.Count(row => row.Stage == DemoStage.Do));
        var (soonGiven, overdueGiven, laterGiven) = (0, 0, 0);
        foreach (var (index, row) in rows.Index())
        {
            // Classes stand together in the file; a stride spreads their later reviews over the weeks.
            DateOnly? reviewOn = row.Stage switch
            {
                DemoStage.DoSoon or DemoStage.ReviewSoon => soon[soonGiven++],
                DemoStage.DoOverdue or DemoStage.ReviewOverdue => overdue[overdueGiven++],
                DemoStage.Do => later[laterGiven++ * 17 % later.Count],
                _ => null,
            };
            AddPupilWithRecord(row, reviewOn, new Random(Seed + index));
        }
    }

    private void AddPupilWithRecord(DemoPupilRow row, DateOnly? reviewOn, Random random)
    {
        var origin = content.Origins[row.Origin];
        var story = row.Story is { } id ? content.Stories[id] : null;
        var ownStory = row.Background is null && story is not null;
        var language = row.FirstLanguage ?? (ownStory ? story!.FirstLanguage : origin.Language);
        var flags = FlagsOf(row, story, language, random);
        var ncYear = Staff.Classes.Single(made => made.Name == row.Class).NcYear;
        var joined = JoinedOn(ncYear);
        var dates = story is null || row.Stage == DemoStage.None ? [] : PlaceCycles(story, row, reviewOn, joined, random);
        var concernOn = DemoCalendar.OnOrBefore(dates.Count > 0 ? dates[0].Opened.AddDays(-10 - random.Next(25)) : calendar.LastDay.AddDays(-20 - random.Next(70)));
        var addedOn = DemoCalendar.Earlier(ImportedOn(joined), DemoCalendar.OnOrBefore(concernOn.AddDays(-7)));
        var diary = new Diary(random);
        var details = new PupilDetails(upns.Next(AcademicYear.Of(joined)), row.Surname, row.Forename, row.KnownAs ?? "", BirthDate(ncYear, random), row.Sex, ncYear, ClassOf(row.Class), language, flags);
        diary.On(addedOn, Staff.Office, by =>
        {
            var pupil = Pupil.Add(School.Id, details, by);
            Pupils.Add(pupil);
            DemoFamilies.AddContacts(pupil, row.Parents is { } parents ? origin with { Women = [parents[0]], Men = [parents[1]], InterpreterShare = 1 } : origin, row.Home ?? DemoFamilies.HomeOf(row.Background ?? story?.Background ?? "", random), random, by);
        });
        diary.Play();

        var tale = story is null ? null : new PupilTale(row, story, Pupils[^1], School, Staff, calendar, diary, random);
        new StatusTeller(row, story, Pupils[^1], Staff, diary, random).Tell(addedOn, concernOn, dates, calendar, tale);
        if (tale is not null)
        {
            var teller = new CycleTeller(tale, plans);
            foreach (var (index, placed) in dates.Index())
            {
                var last = index == dates.Count - 1;
                teller.Tell(index, placed, dates[0], last ? row.Stage : DemoStage.Between, last ? null : dates[index + 1].ReviewOn);
            }

            if (dates.Count > 0)
            {
                new DutyTeller(tale, new Random(Seed + 5000 + Pupils.Count)).Tell(addedOn, dates);
            }
        }

        diary.Play();
        Cycles.AddRange(tale?.Cycles ?? []);
        Points.AddRange(tale?.Points ?? []);
    }

    private IReadOnlyList<CycleDates> PlaceCycles(Story story, DemoPupilRow row, DateOnly? reviewOn, DateOnly joined, Random random)
    {
        // A pupil who has not been here for so many cycles has fewer, and the story is told from its beginning all the same.
        for (var count = row.Cycles; ; count--)
        {
            var placed = CycleDates.Place(calendar, [.. story.Cycles.Take(count).Select(cycle => cycle.Weeks)], row.Stage, reviewOn, joined, random);
            if (placed.Count == count)
            {
                return placed;
            }
        }
    }

    private static PupilFlags FlagsOf(DemoPupilRow row, Story? story, string language, Random random)
    {
        const PupilFlags Meals = PupilFlags.FreeSchoolMeals | PupilFlags.PupilPremium;
        var told = row.WithoutStoryFlags || story is null ? [] : story.Flags;
        var flags = told.Aggregate(PupilFlags.None, (all, flag) => all | flag) & ~PupilFlags.Eal;
        if (row.Background is not null || story is null)
        {
            // A story that is told of someone else keeps its own circumstances but not those of the first family.
            flags &= ~(Meals | PupilFlags.PreviouslyLookedAfter | PupilFlags.LookedAfter | PupilFlags.ServiceChild);
            var share = row.Status switch { SenStatus.SenSupport => 39, SenStatus.EhcPlan => 44, _ => 25 };
            flags |= random.Next(100) < share ? Meals : 0;
            flags |= row.Background?.Contains("Navy", StringComparison.Ordinal) == true ? PupilFlags.ServiceChild : 0;
        }

        return language == "English" ? flags : flags | PupilFlags.Eal;
    }

    private void AddOtherPupils()
    {
        var names = new DemoNames(content, Pupils, new Random(Seed - 1));
        foreach (var row in content.School.Classes)
        {
            var classId = ClassOf(row.Name);
            var joined = JoinedOn(row.NcYear);
            for (var onRoll = Pupils.Count(pupil => pupil.ClassId == classId); onRoll < row.Size; onRoll++)
            {
                var random = new Random(Seed + 1000 + Pupils.Count);
                var (origin, surname, forename, sex) = names.Next(row.NcYear);
                var speaksAnother = random.NextDouble() < origin.EalShare;
                var flags = (speaksAnother ? PupilFlags.Eal : 0)
                    | (random.Next(100) < 22 ? PupilFlags.FreeSchoolMeals | PupilFlags.PupilPremium : 0)
                    | (random.Next(100) == 0 ? PupilFlags.ServiceChild : 0)
                    | (random.Next(100) == 0 ? PupilFlags.YoungCarer : 0)
                    | (random.Next(100) < 2 ? PupilFlags.Disability : 0);
                var details = new PupilDetails(
                    upns.Next(AcademicYear.Of(joined)), surname, forename, "", BirthDate(row.NcYear, random), sex, row.NcYear, classId, speaksAnother ? origin.Language : "English", flags);
                var diary = new Diary(random);
                diary.On(ImportedOn(joined), Staff.Office, by =>
                {
                    var pupil = Pupil.Add(School.Id, details, by);
                    DemoFamilies.AddContacts(pupil, origin, DemoFamilies.HomeOf("", random), random, by);
                    Pupils.Add(pupil);
                    if (flags.HasFlag(PupilFlags.Disability) && Pupils.Count % 4 > 0)
                    {
                        pupil.DescribeDisability("", "Nothing stands in the way at school at present; asked again each year.", by);
                    }
                });
                diary.Play();
            }
        }
    }

    // Groups begin a week after the year; before that day they stand there with it.
    private void AddGroups()
    {
        var first = DemoCalendar.OnOrAfter(DemoCalendar.TermsOf(calendar.Year)[0].Starts.AddDays(7));
        var by = Staff.SencoOn(DemoCalendar.Earlier(calendar.LastDay, first));
        foreach (var row in content.School.Groups)
        {
            var group = TeachingGroup.Add(School.Id, row.Name, row.Subject, calendar.Year, by);
            Groups.Add(group);
            foreach (var teacher in row.Teachers)
            {
                group.AddTeacher(Staff.Named(teacher).Id, first, null, by);
            }

            var classes = row.Classes.Select(ClassOf).ToList();
            var chosen = Pupils.Where(pupil => pupil.ClassId is { } id && classes.Contains(id) && (row.Most is null || pupil.Status == SenStatus.SenSupport))
                .Where((_, index) => index % row.Every == row.Place).Take(row.Most ?? int.MaxValue).Select(pupil => pupil.Id).ToList();
            if (row.Weeks is not { } weeks)
            {
                group.AddPupils(chosen, first, null, by);
                continue;
            }

            foreach (var (index, pupil) in chosen.Index())
            {
                // Two at a time; the next two follow when they have had their weeks.
                var from = DemoCalendar.OnOrAfter(first.AddDays(7 * weeks * (index / 2)));
                group.AddPupils([pupil], from, DemoCalendar.OnOrBefore(from.AddDays((7 * weeks) - 1)), by);
            }
        }
    }

    private Guid ClassOf(string name) => Staff.Classes.Single(made => made.Name == name).Id;

    private AcademicYear Reception(string ncYear) => new(calendar.Year.StartYear - (ncYear == "R" ? 0 : ncYear[0] - '0'));

    private DateOnly JoinedOn(string ncYear) => DemoCalendar.TermsOf(Reception(ncYear))[0].Starts;

    // The school's lists were brought in at the start of last year; who came later was added on the first day, and on a day that has been.
    private DateOnly ImportedOn(DateOnly joined)
    {
        var imported = DemoCalendar.TermsOf(new AcademicYear(calendar.Year.StartYear - 1))[0].Starts;
        return DemoCalendar.Earlier(calendar.LastDay, joined > imported ? joined : imported);
    }

    private DateOnly BirthDate(string ncYear, Random random) => new DateOnly(Reception(ncYear).StartYear - 5, 9, 1).AddDays(random.Next(365));
}
