using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Data;

/// <summary>
/// The school's records. Everything that belongs to a school is filtered by the <see cref="SchoolScope"/> of the request: without one, nothing is found.
/// Parts of an aggregate have no set of their own; they are reached through it.
/// </summary>
public abstract class SenSupportDbContext(DbContextOptions options, SchoolScope scope) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Schools.</summary>
    public DbSet<School> Schools => Set<School>();

    /// <summary>The state of each school's records.</summary>
    public DbSet<SchoolStamp> SchoolStamps => Set<SchoolStamp>();

    /// <summary>The logos that schools put on their documents.</summary>
    public DbSet<SchoolLogo> SchoolLogos => Set<SchoolLogo>();

    /// <summary>Registration classes.</summary>
    public DbSet<SchoolClass> Classes => Set<SchoolClass>();

    /// <summary>Who teaches which class; join it to a class or a pupil, which are filtered by school.</summary>
    public DbSet<ClassTeacher> ClassTeachers => Set<ClassTeacher>();

    /// <summary>Staff.</summary>
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    /// <summary>Pupils: begin at <see cref="PupilAccess"/>, which knows who may see whom.</summary>
    public DbSet<Pupil> Pupils => Set<Pupil>();

    /// <summary>Support cycles: join them to pupils from <see cref="PupilAccess"/>.</summary>
    public DbSet<SupportCycle> Cycles => Set<SupportCycle>();

    /// <summary>What pupils reached in subjects and tests: join it to pupils from <see cref="PupilAccess"/>.</summary>
    public DbSet<AssessmentPoint> AssessmentPoints => Set<AssessmentPoint>();

    /// <summary>Concerns: begin at <see cref="ConcernAccess"/>, which knows who may read which.</summary>
    public DbSet<Concern> Concerns => Set<Concern>();

    /// <summary>The contact logs: join them to pupils from <see cref="PupilAccess"/>.</summary>
    public DbSet<ContactEntry> ContactEntries => Set<ContactEntry>();

    /// <summary>Short assessments that colleagues were asked for: join them to pupils from <see cref="PupilAccess"/>.</summary>
    public DbSet<AssessmentRequest> AssessmentRequests => Set<AssessmentRequest>();

    /// <summary>Who was invited to a review or asked for a view, and the views.</summary>
    public DbSet<ReviewView> ReviewViews => Set<ReviewView>();

    /// <summary>The history of every record.</summary>
    public DbSet<RecordEvent> Events => Set<RecordEvent>();

    /// <summary>What people have typed and not saved.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Links to an account. They are found by their token, by somebody who is in no school yet, and so are not filtered.</summary>
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    /// <summary>Secret addresses of calendars. They are found by their token, by a program that is in no school yet, and so are not filtered.</summary>
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    /// <summary>What was done for many pupils at once.</summary>
    public DbSet<BulkAct> BulkActs => Set<BulkAct>();

    /// <summary>Which pupils people opened lately.</summary>
    public DbSet<RecentPupil> RecentPupils => Set<RecentPupil>();

    /// <summary>What is in stored files: reach them through the record that holds their key.</summary>
    public DbSet<FileContent> FileContents => Set<FileContent>();

    /// <summary>Files that were brought in.</summary>
    public DbSet<Import> Imports => Set<Import>();

    /// <summary>What imports touched.</summary>
    public DbSet<ImportEntry> ImportEntries => Set<ImportEntry>();

    /// <summary>How a school's files are read.</summary>
    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    /// <summary>Changes that somebody has keyed into the management information system.</summary>
    public DbSet<MisTick> MisTicks => Set<MisTick>();

    /// <summary>The numbers of the common transfer files that were made.</summary>
    public DbSet<CtfNumber> CtfNumbers => Set<CtfNumber>();

    /// <summary>Files that were sent and not placed yet.</summary>
    public DbSet<StagedFile> StagedFiles => Set<StagedFile>();

    /// <summary>The keys that protect cookies and forms.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Teaching groups.</summary>
    public DbSet<TeachingGroup> TeachingGroups => Set<TeachingGroup>();

    /// <summary>Pupils' times in teaching groups; join them to groups or pupils, which are filtered by school.</summary>
    public DbSet<GroupPupil> GroupPupils => Set<GroupPupil>();

    /// <summary>Teachers' times with teaching groups; join them to groups or staff, which are filtered by school.</summary>
    public DbSet<GroupTeacher> GroupTeachers => Set<GroupTeacher>();

    /// <summary>What the school added to its banks or changed in them; the rest is the starting bank.</summary>
    public DbSet<BankEntry> BankEntries => Set<BankEntry>();

    /// <summary>What the school changed of observation checklists.</summary>
    public DbSet<Checklist> Checklists => Set<Checklist>();

    /// <summary>Types of plan.</summary>
    public DbSet<PlanType> PlanTypes => Set<PlanType>();

    /// <summary>Filled-in checklists: join them to cycles of pupils from <see cref="PupilAccess"/>.</summary>
    public DbSet<ChecklistAnswers> ChecklistAnswers => Set<ChecklistAnswers>();

    /// <summary>The school's moves into a next year.</summary>
    public DbSet<RollOver> RollOvers => Set<RollOver>();

    /// <summary>Records of the same pupil that became one.</summary>
    public DbSet<PupilMerge> PupilMerges => Set<PupilMerge>();

    /// <summary>Pupils who look alike and are two.</summary>
    public DbSet<NotSamePupil> NotSamePupils => Set<NotSamePupil>();

    /// <summary>Today in the school, for rules that depend on the date.</summary>
    public DateOnly Today => Scope.Today;

    /// <summary>The school whose records may be touched, and the date there.</summary>
    internal SchoolScope Scope { get; set; } = scope;

    // Read by the query filters at each execution.
    private Guid ScopeSchoolId => Scope.SchoolId;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SenSupportDbContext).Assembly);
        builder.Entity<School>().HasQueryFilter(school => school.Id == ScopeSchoolId);
        builder.Entity<SchoolStamp>().HasQueryFilter(stamp => stamp.SchoolId == ScopeSchoolId);
        builder.Entity<SchoolLogo>().HasQueryFilter(logo => logo.SchoolId == ScopeSchoolId);
        builder.Entity<SchoolClass>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<TeachingGroup>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<BankEntry>().HasQueryFilter(entry => entry.SchoolId == ScopeSchoolId);
        builder.Entity<Checklist>().HasQueryFilter(checklist => checklist.SchoolId == ScopeSchoolId);
        builder.Entity<PlanType>().HasQueryFilter(type => type.SchoolId == ScopeSchoolId);
        builder.Entity<ChecklistAnswers>().HasQueryFilter(answers => answers.SchoolId == ScopeSchoolId);
        builder.Entity<RollOver>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<StaffMember>().HasQueryFilter(staff => staff.SchoolId == ScopeSchoolId);
        builder.Entity<Pupil>().HasQueryFilter(pupil => pupil.SchoolId == ScopeSchoolId && pupil.MergedIntoId == null);
        builder.Entity<PupilMerge>().HasQueryFilter(merge => merge.SchoolId == ScopeSchoolId);
        builder.Entity<NotSamePupil>().HasQueryFilter(pair => pair.SchoolId == ScopeSchoolId);
        builder.Entity<SupportCycle>().HasQueryFilter(cycle => cycle.SchoolId == ScopeSchoolId);
        builder.Entity<AssessmentPoint>().HasQueryFilter(point => point.SchoolId == ScopeSchoolId);
        builder.Entity<Concern>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<ContactEntry>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<AssessmentRequest>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<RecordEvent>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<BulkAct>().HasQueryFilter(act => act.SchoolId == ScopeSchoolId);
        builder.Entity<RecentPupil>().HasQueryFilter(row => row.SchoolId == ScopeSchoolId);
        builder.Entity<FileContent>().HasQueryFilter(content => content.SchoolId == ScopeSchoolId);
        builder.Entity<Import>().HasQueryFilter(import => import.SchoolId == ScopeSchoolId);
        builder.Entity<ImportEntry>().HasQueryFilter(entry => entry.SchoolId == ScopeSchoolId);
        builder.Entity<ImportMapping>().HasQueryFilter(mapping => mapping.SchoolId == ScopeSchoolId);
        builder.Entity<MisTick>().HasQueryFilter(tick => tick.SchoolId == ScopeSchoolId);
        builder.Entity<CtfNumber>().HasQueryFilter(number => number.SchoolId == ScopeSchoolId);
        builder.Entity<StagedFile>().HasQueryFilter(file => file.SchoolId == ScopeSchoolId);
        builder.Entity<Draft>().HasQueryFilter(draft => draft.SchoolId == ScopeSchoolId);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        conventions.Properties<RecordEventKind>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<AccountLinkKind>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<AreaOfNeed>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<AttainmentJudgement>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<ReviewDecision>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<decimal>().HavePrecision(9, 2);
    }
}

/// <summary>The context on SQLite, the embedded default.</summary>
public sealed class SqliteSenSupportDbContext(DbContextOptions<SqliteSenSupportDbContext> options, SchoolScope scope) : SenSupportDbContext(options, scope);

/// <summary>The context on SQL Server.</summary>
public sealed class SqlServerSenSupportDbContext(DbContextOptions<SqlServerSenSupportDbContext> options, SchoolScope scope) : SenSupportDbContext(options, scope);
