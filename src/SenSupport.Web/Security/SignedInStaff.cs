using System.Globalization;
using System.Security.Claims;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Security;

/// <summary>The member of staff who is signed in, as the cookie says. Nothing is read from the database for it.</summary>
/// <param name="StaffId">The person in this school.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="Name">Their name.</param>
/// <param name="SchoolName">The school's name.</param>
/// <param name="Roles">What they may see and do.</param>
public sealed record SignedInStaff(Guid StaffId, Guid SchoolId, string Name, string SchoolName, StaffRoles Roles)
{
    private const string StaffIdClaim = "sen:staff", SchoolIdClaim = "sen:school", SchoolNameClaim = "sen:school-name", RolesClaim = "sen:roles";

    /// <summary>Whether every pupil's SEN record is theirs to read.</summary>
    public bool SeesWholeSchool => Has(StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Head);

    /// <summary>Whether there are pupils whose SEN record they may read.</summary>
    public bool ReadsRecords => SeesWholeSchool || Has(StaffRoles.Teacher | StaffRoles.TeachingAssistant);

    /// <summary>Whether they may see a list of pupils: those who read records, and the office, which sees codes only.</summary>
    public bool ListsPupils => ReadsRecords || Has(StaffRoles.Office);

    /// <summary>Whether adding pupils and keeping their details, contacts and codes is theirs.</summary>
    public bool KeepsPupils => Has(StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Office);

    /// <summary>Whether teaching groups and the year roll-over are theirs: both decide who sees whom.</summary>
    public bool KeepsGroups => ArrangesSchool;

    /// <summary>Whether lists and extracts are theirs to take out: for the office, codes and dates only.</summary>
    public bool Exports => SeesWholeSchool || Has(StaffRoles.Office);

    /// <summary>Whether everything that the school holds is theirs to take out.</summary>
    public bool ExportsSchool => Has(StaffRoles.Senco | StaffRoles.Head);

    /// <summary>Whether keeping status, diagnoses, disability and adjustments is theirs; only the SENCo opens and ends SEN Support.</summary>
    public bool KeepsSenRecords => Has(StaffRoles.Senco | StaffRoles.SenAssistant);

    /// <summary>Whether documents, and what came from another setting, are theirs to read, for the pupils whose record they read.</summary>
    public bool ReadsDocuments => SeesWholeSchool || Has(StaffRoles.Teacher);

    /// <summary>Whether the school's banks are theirs to look into: those who write plans, and the head.</summary>
    public bool ReadsBanks => SeesWholeSchool || Has(StaffRoles.Teacher);

    /// <summary>Whether the school's banks are theirs to change.</summary>
    public bool KeepsBanks => Has(StaffRoles.Senco | StaffRoles.SenAssistant);

    /// <summary>Whether sharing plans, returning them and closing SEN Support is theirs.</summary>
    public bool IsSenco => Has(StaffRoles.Senco);

    /// <summary>Whether they close cycles. A teacher sends the review to the SENCo instead.</summary>
    public bool ClosesCycles => Has(StaffRoles.Senco | StaffRoles.SenAssistant);

    /// <summary>Whether name, address, terms and classes of the school are theirs to change.</summary>
    public bool ArrangesSchool => Has(StaffRoles.Senco | StaffRoles.Office);

    /// <summary>Whether they read the school's settings.</summary>
    public bool ReadsSchool => ArrangesSchool || Has(StaffRoles.Head);

    /// <summary>Whether they see who is on the staff.</summary>
    public bool SeesStaff => ManagesStaff || Has(StaffRoles.Head);

    /// <summary>Whether they add, change and invite staff.</summary>
    public bool ManagesStaff => Has(StaffRoles.Senco | StaffRoles.Office);

    /// <summary>The roles that they give and take: the SENCo all; the office those that do not open every pupil's record.</summary>
    public StaffRoles GivesRoles =>
        IsSenco ? StaffRoleNames.All.Aggregate((all, role) => all | role)
        : Has(StaffRoles.Office) ? StaffRoles.Teacher | StaffRoles.TeachingAssistant | StaffRoles.Office | StaffRoles.BusinessManager | StaffRoles.Governor
        : StaffRoles.None;

    /// <summary>What they are called beside their name.</summary>
    public string RoleName => Roles switch
    {
        _ when Has(StaffRoles.Senco) => "SENCo",
        _ when Has(StaffRoles.SenAssistant) => "SEN assistant",
        _ when Has(StaffRoles.Head) => "headteacher",
        _ when Has(StaffRoles.Teacher) => "teacher",
        _ when Has(StaffRoles.TeachingAssistant) => "teaching assistant",
        _ when Has(StaffRoles.Office) => "office",
        _ when Has(StaffRoles.BusinessManager) => "business manager",
        _ => "governor",
    };

    /// <summary>Where their day starts.</summary>
    public string HomePath => SeesWholeSchool ? "/" : ReadsRecords ? "/my-pupils" : Has(StaffRoles.Office) ? "/pupils" : "/reports";

    /// <summary>
    /// Whether somebody with these roles is theirs to change, invite and help to another password: only those all of whose roles they give. Otherwise the office
    /// could sign in as the SENCo.
    /// </summary>
    public bool LooksAfter(StaffRoles roles) => ManagesStaff && (roles & ~GivesRoles) == 0;

    /// <summary>Whether they give roles to a person: to themselves, only the SENCo.</summary>
    public bool MayGiveRolesTo(Guid staffId) => IsSenco || (ManagesStaff && staffId != StaffId);

    /// <summary>Whether they have any of these roles.</summary>
    public bool Has(StaffRoles roles) => (Roles & roles) != 0;

    /// <summary>Whether they write the assessment, plan and review of a pupil: SENCo, assistant, and the teacher responsible for the pupil.</summary>
    public bool MayWrite(Guid? responsibleTeacherId) =>
        Has(StaffRoles.Senco | StaffRoles.SenAssistant) || (Has(StaffRoles.Teacher) && responsibleTeacherId == StaffId);

    /// <summary>Whether they note and mark how support goes, for any pupil whose record they read. The head reads only.</summary>
    public bool MayDeliver => Has(StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Teacher | StaffRoles.TeachingAssistant);

    /// <summary>Who acts, and when, for a change to a record.</summary>
    public Acting Acting(TimeProvider clock) => new(StaffId, Name, clock.GetUtcNow().UtcDateTime, SchoolClock.Today(clock));

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static SignedInStaff From(ClaimsPrincipal user) => TryFrom(user) ?? throw new InvalidOperationException("Nobody is signed in");

    /// <summary>The signed-in person, or null.</summary>
    public static SignedInStaff? TryFrom(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && Guid.TryParse(user.FindFirstValue(StaffIdClaim), out var staffId)
        && Guid.TryParse(user.FindFirstValue(SchoolIdClaim), out var schoolId)
        && int.TryParse(user.FindFirstValue(RolesClaim), CultureInfo.InvariantCulture, out var roles)
            ? new SignedInStaff(staffId, schoolId, user.FindFirstValue(ClaimTypes.GivenName) ?? "", user.FindFirstValue(SchoolNameClaim) ?? "", (StaffRoles)roles)
            : null;

    /// <summary>The user with what is true now in place of the same claims.</summary>
    public ClaimsPrincipal In(ClaimsPrincipal user)
    {
        var claims = ToClaims().ToList();
        var identity = (ClaimsIdentity)user.Identity!;
        return new ClaimsPrincipal(new ClaimsIdentity(
            [.. identity.Claims.Where(claim => !claims.Exists(own => own.Type == claim.Type)), .. claims], identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType));
    }

    /// <summary>The claims that say all this.</summary>
    public IEnumerable<Claim> ToClaims() =>
    [
        new(StaffIdClaim, $"{StaffId}"),
        new(SchoolIdClaim, $"{SchoolId}"),
        new(SchoolNameClaim, SchoolName),
        new(ClaimTypes.GivenName, Name),
        new(RolesClaim, ((int)Roles).ToString(CultureInfo.InvariantCulture)),
    ];
}
