using System.Globalization;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Records;

namespace SenSupport.Domain.Schools;

/// <summary>A school: what it says about itself on its documents, its terms, and how it runs the graduated approach.</summary>
public sealed class School : AggregateRoot
{
    /// <summary>The most terms that are kept: eight years of three.</summary>
    public const int MostTerms = 24;

    /// <summary>The most inset days that are kept.</summary>
    public const int MostInsetDays = 60;

    /// <summary>The longest time between reviews: once a year.</summary>
    public const int MostWeeks = 52;

    private School()
    {
    }

    /// <summary>The school is its own.</summary>
    public override Guid SchoolId
    {
        get => Id;
        private protected set => Id = value;
    }

    /// <summary>The school's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Three-digit local authority number.</summary>
    public string LocalAuthorityNumber { get; private set; } = "";

    /// <summary>Four-digit establishment number.</summary>
    public string EstablishmentNumber { get; private set; } = "";

    /// <summary>The local authority's name.</summary>
    public string LocalAuthorityName { get; private set; } = "";

    /// <summary>The phase.</summary>
    public SchoolPhase Phase { get; private set; } = SchoolPhase.Primary;

    /// <summary>Census code of its youngest year.</summary>
    public string LowestYear { get; private set; } = "R";

    /// <summary>Census code of its oldest year.</summary>
    public string HighestYear { get; private set; } = "6";

    /// <summary>The headteacher, as letters and documents name them.</summary>
    public string HeadName { get; private set; } = "";

    /// <summary>Postal address, a line for each part.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Telephone number.</summary>
    public string Telephone { get; private set; } = "";

    /// <summary>Web address.</summary>
    public string Website { get; private set; } = "";

    /// <summary>The local SEND information, advice and support service, about which parents must be told.</summary>
    public string SendiassName { get; private set; } = "";

    /// <summary>The service's telephone number.</summary>
    public string SendiassPhone { get; private set; } = "";

    /// <summary>The service's e-mail address.</summary>
    public string SendiassEmail { get; private set; } = "";

    /// <summary>The service's web address.</summary>
    public string SendiassWebsite { get; private set; } = "";

    /// <summary>The web address of the local authority's Local Offer.</summary>
    public string LocalOfferAddress { get; private set; } = "";

    /// <summary>Weeks from a plan's start to its review, unless the plan says otherwise.</summary>
    public int ReviewWeeks { get; private set; } = 12;

    /// <summary>Weeks for which a pupil who left SEN Support is monitored, unless the decision says otherwise.</summary>
    public int MonitoringWeeks { get; private set; } = 12;

    /// <summary>After how many reviews in a row with little progress a specialist is expected (CoP 6.59).</summary>
    public int ReviewsBeforeSpecialist { get; private set; } = DutySchool.UsualReviews;

    /// <summary>The key of the logo for documents; null when there is none.</summary>
    public Guid? LogoId { get; private set; }

    /// <summary>The type of plan that new cycles begin with; null for the usual one.</summary>
    public Guid? DefaultPlanTypeId { get; private set; }

    /// <summary>The school's terms, earliest first.</summary>
    public IReadOnlyList<SchoolTerm> Terms { get; private set; } = [];

    /// <summary>Days in or beside the terms on which staff are at school and pupils are not, earliest first.</summary>
    public IReadOnlyList<DateOnly> InsetDays { get; private set; } = [];

    /// <summary>The strands without which an analysis of need is shown as outstanding, in the order of the Code.</summary>
    public IReadOnlyList<StrandKind> RequiredStrands { get; private set; } = StrandKinds.Required;

    /// <summary>Sets a school up.</summary>
    /// <param name="id">Its key: whoever sets it up is on its staff already.</param>
    /// <param name="details">Who and where it is.</param>
    /// <param name="support">Where parents find advice.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="by">Who sets it up.</param>
    /// <exception cref="DomainRuleException">Something of it cannot be stored; the message says what.</exception>
    public static School SetUp(Guid id, SchoolDetails details, LocalSupport support, IReadOnlyList<SchoolTerm> terms, Acting by)
    {
        var school = new School { Id = id };
        school.Write(details.Checked());
        school.Write(support.Checked());
        school.Terms = Checked(terms);
        school.Record(null, null, RecordEventKind.SchoolSetUp, by, school.Name);
        return school;
    }

    /// <summary>Who and where the school is now.</summary>
    public SchoolDetails Details() => new(
        Name, LocalAuthorityNumber, EstablishmentNumber, LocalAuthorityName, Phase, LowestYear, HighestYear, HeadName, Address, Telephone, Website);

    /// <summary>Where parents find advice now.</summary>
    public LocalSupport Support() => new(SendiassName, SendiassPhone, SendiassEmail, SendiassWebsite, LocalOfferAddress);

    /// <summary>How the school runs the graduated approach now.</summary>
    public SchoolRhythm Rhythm() => new(ReviewWeeks, MonitoringWeeks, RequiredStrands, ReviewsBeforeSpecialist);

    /// <summary>On which days pupils are at school, by the terms and inset days of now.</summary>
    public SchoolCalendar Calendar() => new(Terms, InsetDays);

    /// <summary>When a plan that starts on a day is best reviewed: within the weeks of the school's rhythm, on a school day.</summary>
    public DateOnly SuggestedReview(DateOnly start) => Calendar().DayWithin(start, ReviewWeeks);

    /// <summary>Until when a pupil who leaves SEN Support on a day is best monitored: within the school's weeks, to a school day.</summary>
    public DateOnly SuggestedMonitoringEnd(DateOnly start) => Calendar().DayWithin(start, MonitoringWeeks);

    /// <summary>Changes who and where the school is.</summary>
    /// <exception cref="DomainRuleException">Something of it cannot be stored.</exception>
    public void ChangeDetails(SchoolDetails details, Acting by)
    {
        var before = Details();
        Write(details.Checked());
        Change(RecordFields.Compare(RecordFields.Of(before), RecordFields.Of(Details())), by);
    }

    /// <summary>Changes where parents find advice and the Local Offer.</summary>
    /// <exception cref="DomainRuleException">Something of it cannot be stored.</exception>
    public void ChangeSupport(LocalSupport support, Acting by)
    {
        var before = Support();
        Write(support.Checked());
        Change(RecordFields.Compare(RecordFields.Of(before), RecordFields.Of(Support())), by);
    }

    /// <summary>Changes the terms and inset days: those that are given are all there are afterwards.</summary>
    /// <exception cref="DomainRuleException">A term ends before it starts, overlaps another or has no name; a day is given twice; there are too many; or a date is not of this time.</exception>
    public void ChangeTerms(IReadOnlyList<SchoolTerm> newTerms, IReadOnlyList<DateOnly> newInsetDays, Acting by)
    {
        var (checkedTerms, checkedDays) = (Checked(newTerms), Checked(newInsetDays));
        var (termsBefore, daysBefore) = (InWords(Terms), InWords(InsetDays));
        (Terms, InsetDays) = (checkedTerms, checkedDays);
        Change([.. Changed("terms", termsBefore, InWords(Terms)), .. Changed("insetDays", daysBefore, InWords(InsetDays))], by);
    }

    /// <summary>Changes how the school runs the graduated approach. Open cycles are told by <see cref="SupportCycle.RequireStrands"/>.</summary>
    /// <exception cref="DomainRuleException">A number of weeks is not 1 to 52, or a strand is unknown or given twice.</exception>
    public void ChangeRhythm(SchoolRhythm rhythm, Acting by)
    {
        var kept = rhythm.Checked();
        var strandsBefore = InWords(RequiredStrands);
        IEnumerable<FieldChange> changes = [.. Changed("reviewWeeks", Number(ReviewWeeks), Number(kept.ReviewWeeks)), .. Changed("monitoringWeeks", Number(MonitoringWeeks), Number(kept.MonitoringWeeks))];
        changes = [.. changes, .. Changed("reviewsBeforeSpecialist", Number(ReviewsBeforeSpecialist), Number(kept.ReviewsBeforeSpecialist))];
        (ReviewWeeks, MonitoringWeeks, RequiredStrands, ReviewsBeforeSpecialist) = (kept.ReviewWeeks, kept.MonitoringWeeks, kept.RequiredStrands, kept.ReviewsBeforeSpecialist);
        Change([.. changes, .. Changed("requiredStrands", strandsBefore, InWords(RequiredStrands))], by);
    }

    /// <summary>Chooses the type of plan that new cycles begin with.</summary>
    /// <param name="type">The type.</param>
    /// <param name="before">What the one before is called.</param>
    /// <param name="by">Who chooses.</param>
    /// <exception cref="DomainRuleException">The type is retired.</exception>
    public void ChooseDefault(PlanType type, string before, Acting by)
    {
        DomainRuleException.Require(!type.IsRetired, $"{type.Template.Name} is retired. Offer it again before new cycles begin with it");
        var chosen = type.IsUsual ? (Guid?)null : type.Id;
        if (DefaultPlanTypeId != chosen)
        {
            DefaultPlanTypeId = chosen;
            Change([new("defaultPlanType", before, type.Template.Name)], by);
        }
    }

    /// <summary>Gives the school a logo for its documents, in place of the one before.</summary>
    /// <param name="contentType">image/png or image/jpeg.</param>
    /// <param name="bytes">The picture, already checked and without metadata.</param>
    /// <param name="by">Who.</param>
    /// <returns>The picture, to be kept.</returns>
    /// <exception cref="DomainRuleException">It is empty or above 1 MB.</exception>
    public SchoolLogo ChangeLogo(string contentType, byte[] bytes, Acting by)
    {
        var logo = SchoolLogo.Of(Id, contentType, bytes);
        var before = LogoId;
        LogoId = logo.Id;
        Change([new("logo", $"{before}", $"{LogoId}")], by);
        return logo;
    }

    /// <summary>Takes the logo away; without one nothing changes.</summary>
    public void RemoveLogo(Acting by)
    {
        if (LogoId is { } before)
        {
            LogoId = null;
            Change([new("logo", $"{before}", "")], by);
        }
    }

    /// <summary>The term that a date falls in, or the one before it when the date is in a holiday; null before the first.</summary>
    public SchoolTerm? TermOf(DateOnly date) => Terms.LastOrDefault(term => term.Starts <= date);

    private static List<SchoolTerm> Checked(IReadOnlyList<SchoolTerm> given)
    {
        DomainRuleException.Require(given.Count <= MostTerms, $"Enter {MostTerms} terms or fewer");
        var kept = given.Select(term => term.Checked()).OrderBy(term => term.Starts).ToList();
        DomainRuleException.Require(kept.Zip(kept.Skip(1)).All(pair => pair.First.Ends < pair.Second.Starts), "Terms must not overlap");
        return kept;
    }

    private static List<DateOnly> Checked(IReadOnlyList<DateOnly> days)
    {
        DomainRuleException.Require(days.Count <= MostInsetDays, $"Enter {MostInsetDays} inset days or fewer");
        DomainRuleException.Require(days.All(SchoolTerm.IsOfThisTime), "Enter inset days from 2000 to 2099");
        DomainRuleException.Require(days.Distinct().Count() == days.Count, "Enter each inset day once");
        return [.. days.Order()];
    }

    private static IEnumerable<FieldChange> Changed(string path, string before, string after) => before == after ? [] : [new(path, before, after)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string InWords(IEnumerable<SchoolTerm> list) => string.Join('\n', list.Select(term => $"{term.Name}: {term.Starts:d MMMM yyyy} to {term.Ends:d MMMM yyyy}"));

    private static string InWords(IEnumerable<DateOnly> days) => string.Join('\n', days.Select(day => $"{day:d MMMM yyyy}"));

    private static string InWords(IEnumerable<StrandKind> strands) => string.Join('\n', strands.Select(strand => strand.Name()));

    private void Write(SchoolDetails details)
    {
        (Name, LocalAuthorityNumber, EstablishmentNumber, LocalAuthorityName) = (details.Name, details.LocalAuthorityNumber, details.EstablishmentNumber, details.LocalAuthorityName);
        (Phase, LowestYear, HighestYear) = (details.Phase, details.LowestYear, details.HighestYear);
        (HeadName, Address, Telephone, Website) = (details.HeadName, details.Address, details.Telephone, details.Website);
    }

    private void Write(LocalSupport support)
    {
        (SendiassName, SendiassPhone, SendiassEmail, SendiassWebsite) = (support.SendiassName, support.SendiassPhone, support.SendiassEmail, support.SendiassWebsite);
        LocalOfferAddress = support.LocalOfferAddress;
    }

    private void Change(IReadOnlyList<FieldChange> changes, Acting by)
    {
        if (changes.Count > 0)
        {
            Record(null, null, RecordEventKind.SchoolChanged, by, changes: changes);
        }
    }
}

/// <summary>One of a school's terms.</summary>
/// <param name="Name">For example "Autumn 2026".</param>
/// <param name="Starts">First day.</param>
/// <param name="Ends">Last day.</param>
public sealed record SchoolTerm(string Name, DateOnly Starts, DateOnly Ends)
{
    /// <summary>The longest that a term may be, in days: a school year has several.</summary>
    public const int MostDays = 200;

    /// <summary>The three terms that a school in England usually has in a year: a start for a school to put its own days into.</summary>
    public static IReadOnlyList<SchoolTerm> Usual(AcademicYear year)
    {
        var next = year.StartYear + 1;
        return
        [
            new($"Autumn {year.StartYear}", Weekday(new DateOnly(year.StartYear, 9, 2), 1), Friday(new DateOnly(year.StartYear, 12, 20))),
            new($"Spring {next}", Weekday(new DateOnly(next, 1, 4), 1), Friday(new DateOnly(next, 4, 1))),
            new($"Summer {next}", Monday(new DateOnly(next, 4, 12)), Weekday(new DateOnly(next, 7, 22), -1)),
        ];
    }

    internal static bool IsOfThisTime(DateOnly date) => date.Year is >= 2000 and < 2100;

    internal SchoolTerm Checked()
    {
        DomainRuleException.Require(!string.IsNullOrWhiteSpace(Name), "Enter the name of the term");
        DomainRuleException.Require(IsOfThisTime(Starts) && IsOfThisTime(Ends), "Enter term dates from 2000 to 2099");
        DomainRuleException.Require(Ends > Starts, "A term must end after it starts");
        DomainRuleException.Require(Ends.DayNumber - Starts.DayNumber < MostDays, $"A term must be {MostDays} days or shorter");
        return this with { Name = TextLimits.Keep(Name, TextLimits.Name, "The name of the term") };
    }

    private static DateOnly Weekday(DateOnly day, int step)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(step);
        }

        return day;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    private static DateOnly Friday(DateOnly day) => day.AddDays(-((int)day.DayOfWeek + 2) % 7);
}

/// <summary>How a school runs the graduated approach.</summary>
/// <param name="ReviewWeeks">Weeks from a plan's start to its review, 1 to 52.</param>
/// <param name="MonitoringWeeks">Weeks for which a pupil who left SEN Support is monitored, 1 to 52.</param>
/// <param name="RequiredStrands">The strands without which an analysis of need is shown as outstanding; may be none.</param>
/// <param name="ReviewsBeforeSpecialist">After how many reviews in a row with little progress a specialist is expected, 1 to 4 (CoP 6.59).</param>
public sealed record SchoolRhythm(int ReviewWeeks, int MonitoringWeeks, IReadOnlyList<StrandKind> RequiredStrands, int ReviewsBeforeSpecialist = DutySchool.UsualReviews)
{
    internal SchoolRhythm Checked()
    {
        DomainRuleException.Require(ReviewWeeks is >= 1 and <= School.MostWeeks, $"Weeks between reviews must be 1 to {School.MostWeeks}");
        DomainRuleException.Require(MonitoringWeeks is >= 1 and <= School.MostWeeks, $"Weeks of monitoring must be 1 to {School.MostWeeks}");
        DomainRuleException.Require(ReviewsBeforeSpecialist is >= 1 and <= DutySchool.MostReviews, $"Reviews before a specialist must be 1 to {DutySchool.MostReviews}");
        return this with { RequiredStrands = StrandKinds.Checked(RequiredStrands) };
    }
}

/// <summary>A school's logo for its documents. It is kept apart from the school, which is read on many pages.</summary>
public sealed class SchoolLogo
{
    /// <summary>The most bytes: 1 MB.</summary>
    public const int MostBytes = 1024 * 1024;

    private SchoolLogo()
    {
    }

    /// <summary>The picture's key: another picture has another.</summary>
    public Guid Id { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>image/png or image/jpeg.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The picture.</summary>
    public byte[] Bytes { get; private set; } = [];

    internal static SchoolLogo Of(Guid schoolId, string contentType, byte[] bytes)
    {
        DomainRuleException.Require(contentType is "image/png" or "image/jpeg", "The logo must be a PNG or JPEG file");
        DomainRuleException.Require(bytes.Length is > 0 and <= MostBytes, "The logo must be 1 MB or smaller");
        return new() { Id = Guid.CreateVersion7(), SchoolId = schoolId, ContentType = contentType, Bytes = bytes };
    }
}
