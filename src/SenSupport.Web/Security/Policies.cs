using Microsoft.AspNetCore.Authorization;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Security;

/// <summary>What a role may do at all; which pupil is decided by <see cref="PupilAccess"/>. Someone whose role may not gets a 404.</summary>
public static class Policies
{
    /// <summary>Anyone who is signed in.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>See the home page of the whole school.</summary>
    public const string SeeWholeSchool = nameof(SeeWholeSchool);

    /// <summary>List pupils.</summary>
    public const string ListPupils = nameof(ListPupils);

    /// <summary>Add pupils and keep their details, contacts and codes.</summary>
    public const string KeepPupils = nameof(KeepPupils);

    /// <summary>Read the details, contacts and codes of every pupil: those who keep them, and the head.</summary>
    public const string ReadDetails = nameof(ReadDetails);

    /// <summary>Keep status, diagnoses, disability and adjustments.</summary>
    public const string KeepSenRecords = nameof(KeepSenRecords);

    /// <summary>Read SEN records.</summary>
    public const string ReadRecords = nameof(ReadRecords);

    /// <summary>Read the documents of a record, and what came from another setting: more than a teaching assistant needs.</summary>
    public const string ReadDocuments = nameof(ReadDocuments);

    /// <summary>Write assessments, plans and reviews.</summary>
    public const string WriteRecords = nameof(WriteRecords);

    /// <summary>Look into the school's banks of targets, strategies and checklists.</summary>
    public const string ReadBanks = nameof(ReadBanks);

    /// <summary>Add to the school's banks and change them.</summary>
    public const string KeepBanks = nameof(KeepBanks);

    /// <summary>Close cycles.</summary>
    public const string CloseCycles = nameof(CloseCycles);

    /// <summary>Note and mark how support goes.</summary>
    public const string Deliver = nameof(Deliver);

    /// <summary>The SENCo's own acts: share, return, leave SEN Support.</summary>
    public const string Senco = nameof(Senco);

    /// <summary>Read the school's settings.</summary>
    public const string ReadSchool = nameof(ReadSchool);

    /// <summary>Change the school's name, address, terms and classes.</summary>
    public const string ArrangeSchool = nameof(ArrangeSchool);

    /// <summary>Read aggregate figures.</summary>
    public const string ReadFigures = nameof(ReadFigures);

    /// <summary>See teaching groups and who is in them.</summary>
    public const string SeeGroups = nameof(SeeGroups);

    /// <summary>Keep teaching groups, and move the school into its next year.</summary>
    public const string KeepGroups = nameof(KeepGroups);

    /// <summary>Take out lists and extracts.</summary>
    public const string Export = nameof(Export);

    /// <summary>Take out everything that the school holds.</summary>
    public const string ExportSchool = nameof(ExportSchool);

    /// <summary>See who is on the staff.</summary>
    public const string SeeStaff = nameof(SeeStaff);

    /// <summary>Add, change and invite staff, and say who left; whom, see <see cref="SignedInStaff.LooksAfter"/>.</summary>
    public const string ManageStaff = nameof(ManageStaff);

    /// <summary>Adds the policies; an endpoint without one asks for a signed-in member of staff.</summary>
    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, For(_ => true));
        options.AddPolicy(SeeWholeSchool, For(staff => staff.SeesWholeSchool));
        options.AddPolicy(ListPupils, For(staff => staff.ListsPupils));
        options.AddPolicy(KeepPupils, For(staff => staff.KeepsPupils));
        options.AddPolicy(ReadDetails, For(staff => staff.KeepsPupils || staff.SeesWholeSchool));
        options.AddPolicy(KeepSenRecords, For(staff => staff.KeepsSenRecords));
        options.AddPolicy(ReadRecords, For(staff => staff.ReadsRecords));
        options.AddPolicy(ReadDocuments, For(staff => staff.ReadsDocuments));
        options.AddPolicy(WriteRecords, For(staff => staff.Has(StaffRoles.Senco | StaffRoles.SenAssistant | StaffRoles.Teacher)));
        options.AddPolicy(ReadBanks, For(staff => staff.ReadsBanks));
        options.AddPolicy(KeepBanks, For(staff => staff.KeepsBanks));
        options.AddPolicy(CloseCycles, For(staff => staff.ClosesCycles));
        options.AddPolicy(Deliver, For(staff => staff.MayDeliver));
        options.AddPolicy(Senco, For(staff => staff.IsSenco));
        options.AddPolicy(ReadSchool, For(staff => staff.ReadsSchool));
        options.AddPolicy(ArrangeSchool, For(staff => staff.ArrangesSchool));
        options.AddPolicy(ReadFigures, For(staff => staff.Has(StaffRoles.Senco | StaffRoles.Head | StaffRoles.Governor | StaffRoles.BusinessManager)));
        options.AddPolicy(SeeGroups, For(staff => staff.KeepsGroups || staff.Has(StaffRoles.Head)));
        options.AddPolicy(KeepGroups, For(staff => staff.KeepsGroups));
        options.AddPolicy(Export, For(staff => staff.Exports));
        options.AddPolicy(ExportSchool, For(staff => staff.ExportsSchool));
        options.AddPolicy(SeeStaff, For(staff => staff.SeesStaff));
        options.AddPolicy(ManageStaff, For(staff => staff.ManagesStaff));
        options.FallbackPolicy = options.GetPolicy(Staff);
    }

    private static Action<AuthorizationPolicyBuilder> For(Func<SignedInStaff, bool> may) => policy =>
        policy.RequireAuthenticatedUser().RequireAssertion(context => SignedInStaff.TryFrom(context.User) is { } staff && may(staff));
}
