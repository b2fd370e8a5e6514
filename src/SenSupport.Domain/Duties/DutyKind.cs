namespace SenSupport.Domain.Duties;

/// <summary>What chapter 6 of the Code of Practice asks of a school for one pupil, and this product looks after. Stored by name: members may be added, never renamed.</summary>
public enum DutyKind
{
    /// <summary>Parents are told when special educational provision is made (CoP 6.2, 6.43, 6.48; Children and Families Act 2014, section 68).</summary>
    ParentsInformed,

    /// <summary>The early discussion is noted, and the note is given to the parents (CoP 6.39).</summary>
    EarlyDiscussionNoted,

    /// <summary>The family knows of the local information, advice and support service (CoP 6.39).</summary>
    SendiassExplained,

    /// <summary>Support starts from a clear analysis of need (CoP 6.45).</summary>
    NeedsAnalysed,

    /// <summary>A plan names the date of its review (CoP 6.48).</summary>
    ReviewDateSet,

    /// <summary>The plan is agreed with the parents, or with the young person (CoP 6.48, 6.51).</summary>
    PlanAgreed,

    /// <summary>Everyone who works with the pupil knows the plan (CoP 6.49).</summary>
    StaffAware,

    /// <summary>A class or subject teacher is responsible (CoP 6.52).</summary>
    ResponsibleTeacher,

    /// <summary>The support is reviewed in line with the agreed date (CoP 6.53).</summary>
    ReviewedOnTime,

    /// <summary>The review holds the views of pupil and parents (CoP 6.54).</summary>
    ViewsInReview,

    /// <summary>The school meets the parents at least three times a year (CoP 6.65).</summary>
    ThreeMeetingsAYear,

    /// <summary>A specialist is involved where little progress goes on (CoP 6.58, 6.59).</summary>
    SpecialistConsidered,

    /// <summary>Each area of need has provision, and provision answers a need (CoP 6.44, 6.76).</summary>
    ProvisionMatchesNeed,

    /// <summary>Reasonable adjustments are considered for a disabled pupil (CoP 6.16; Equality Act 2010).</summary>
    ReasonableAdjustments,

    /// <summary>An EHC plan is reviewed within twelve months, and in time for a move between phases (CoP 6.56, chapter 9).</summary>
    AnnualReview,

    /// <summary>A move between phases is planned (CoP 6.57).</summary>
    TransitionPlanned,
}

/// <summary>Names and sources of the duties.</summary>
public static class DutyKinds
{
    private static readonly Dictionary<DutyKind, (string Name, string Paragraph)> Known = new()
    {
        [DutyKind.ParentsInformed] = ("Parents informed of SEN provision", "6.43"),
        [DutyKind.EarlyDiscussionNoted] = ("Early discussion noted and note given", "6.39"),
        [DutyKind.SendiassExplained] = ("Independent advice service explained", "6.39"),
        [DutyKind.NeedsAnalysed] = ("Needs analysed from every side", "6.45"),
        [DutyKind.ReviewDateSet] = ("Review date set", "6.48"),
        [DutyKind.PlanAgreed] = ("Plan agreed with parents, or with the young person", "6.48"),
        [DutyKind.StaffAware] = ("Staff made aware of the plan", "6.49"),
        [DutyKind.ResponsibleTeacher] = ("Responsible teacher named", "6.52"),
        [DutyKind.ReviewedOnTime] = ("Reviewed on time", "6.53"),
        [DutyKind.ViewsInReview] = ("Pupil’s and parents’ views in the review", "6.54"),
        [DutyKind.ThreeMeetingsAYear] = ("Three meetings a year", "6.65"),
        [DutyKind.SpecialistConsidered] = ("Specialist involved", "6.59"),
        [DutyKind.ProvisionMatchesNeed] = ("Provision matches need", "6.76"),
        [DutyKind.ReasonableAdjustments] = ("Reasonable adjustments considered", "6.16"),
        [DutyKind.AnnualReview] = ("Annual review of the EHC plan", "6.56"),
        [DutyKind.TransitionPlanned] = ("Transition planned", "6.57"),
    };

    /// <summary>Every duty, in the order in which the Code's graduated approach meets them.</summary>
    public static IReadOnlyList<DutyKind> All { get; } = Enum.GetValues<DutyKind>();

    /// <summary>The name as it stands on screen.</summary>
    public static string Name(this DutyKind kind) => Known[kind].Name;

    /// <summary>The paragraph of the Code that a reader opens first.</summary>
    public static string Paragraph(this DutyKind kind) => Known[kind].Paragraph;

    /// <summary>Every source, as it is cited.</summary>
    public static string Sources(this DutyKind kind) => kind switch
    {
        DutyKind.ParentsInformed => "6.2, 6.43, 6.48; Children and Families Act 2014, section 68",
        DutyKind.PlanAgreed => "6.48, 6.51",
        DutyKind.SpecialistConsidered => "6.58, 6.59",
        DutyKind.ProvisionMatchesNeed => "6.44, 6.76",
        DutyKind.ReasonableAdjustments => "6.16; Equality Act 2010",
        DutyKind.AnnualReview => "6.56, chapter 9",
        _ => kind.Paragraph(),
    };

    /// <summary>Whether law asks for it ("must"); the Code's "should" otherwise.</summary>
    public static bool IsMust(this DutyKind kind) => kind is DutyKind.ParentsInformed or DutyKind.ReasonableAdjustments or DutyKind.AnnualReview;

    /// <summary>Whether it is part of a teacher's own work with the pupil. The others are between the SENCo and the family or the authority.</summary>
    public static bool ConcernsTeachers(this DutyKind kind) => kind is not (DutyKind.ParentsInformed
        or DutyKind.EarlyDiscussionNoted or DutyKind.SendiassExplained or DutyKind.SpecialistConsidered or DutyKind.AnnualReview);
}
