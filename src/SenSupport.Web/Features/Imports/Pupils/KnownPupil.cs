using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>A pupil of the school as far as an import compares them.</summary>
public sealed record KnownPupil
{
    public Guid Id { get; init; }

    public Guid Version { get; init; }

    /// <summary>The details; of the flags those that hold today.</summary>
    public PupilDetails Details { get; set; } = null!;

    public DateOnly? LeftOn { get; init; }

    public SenStatus Status { get; init; }

    /// <summary>Codes of the current needs by rank.</summary>
    public IReadOnlyList<string> Needs { get; set; } = [];

    public IReadOnlyList<string> FormerUpns { get; set; } = [];

    /// <summary>Names of the contacts, folded.</summary>
    public IReadOnlyList<string> Contacts { get; set; } = [];

    /// <summary>As lists have it: "Wiśniewska, Zofia".</summary>
    public string ListName => $"{Details.Surname}, {(Details.KnownAs.Length > 0 ? Details.KnownAs : Details.Forename)}";
}

/// <summary>What a file is compared with.</summary>
/// <param name="Pupils">Every pupil, former ones among them.</param>
/// <param name="Classes">Names by key.</param>
public sealed record KnownSchool(IReadOnlyList<KnownPupil> Pupils, IReadOnlyDictionary<Guid, string> Classes)
{
    /// <summary>Reads all that there is, in six commands however many pupils there are.</summary>
    public static async Task<KnownSchool> ReadAsync(SenSupportDbContext db)
    {
        var pupils = await KnownPupils(db).ToListAsync();
        var needs = (await CurrentNeeds(db).ToListAsync()).ToLookup(row => row.PupilId, row => row.Text);
        var formerUpns = (await FormerUpns(db).ToListAsync()).ToLookup(row => row.PupilId, row => row.Text);
        var contacts = (await ContactNames(db).ToListAsync()).ToLookup(row => row.PupilId, row => SearchText.Fold(row.Text));
        var pastFlags = (await PastFlags(db).ToListAsync()).ToLookup(row => row.PupilId, row => row.Flag);
        foreach (var pupil in pupils)
        {
            pupil.Details = pastFlags[pupil.Id].Aggregate(pupil.Details, (details, past) => details with { Flags = details.Flags & ~past });
            (pupil.Needs, pupil.FormerUpns, pupil.Contacts) = ([.. needs[pupil.Id]], [.. formerUpns[pupil.Id]], [.. contacts[pupil.Id]]);
        }

        return new KnownSchool(pupils, await db.Classes.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name));
    }

    internal static IQueryable<KnownPupil> KnownPupils(SenSupportDbContext db) =>
        db.Pupils.AsNoTracking().OrderBy(pupil => pupil.SortName).ThenBy(pupil => pupil.Id).Select(pupil => new KnownPupil
        {
            Id = pupil.Id,
            Version = pupil.Version,
            LeftOn = pupil.LeftOn,
            Status = pupil.Status,
            Details = new PupilDetails(
                pupil.Upn, pupil.Surname, pupil.Forename, pupil.KnownAs, pupil.BirthDate, pupil.Sex, pupil.NcYear, pupil.ClassId, pupil.FirstLanguage, pupil.Flags, pupil.Attendance,
                pupil.AttendanceOn, pupil.InSenUnit, pupil.InResourcedProvision),
        });

    internal static IQueryable<PupilText> CurrentNeeds(SenSupportDbContext db) =>
        from pupil in db.Pupils
        from need in pupil.Needs
        where need.End == null
        orderby need.Rank
        select new PupilText { PupilId = pupil.Id, Text = need.Code };

    // As Pupil.FlagsOn has it: a flag whose last day has passed holds no more, whatever is stored.
    internal static IQueryable<PupilFlag> PastFlags(SenSupportDbContext db)
    {
        var today = db.Today;
        return
            from pupil in db.Pupils
            from period in pupil.FlagPeriods
            where period.End < today && !pupil.FlagPeriods.Any(other => other.Flag == period.Flag && (other.End == null || other.End >= today))
            select new PupilFlag { PupilId = pupil.Id, Flag = period.Flag };
    }

    internal static IQueryable<PupilText> FormerUpns(SenSupportDbContext db) =>
        from pupil in db.Pupils
        from former in pupil.FormerUpns
        select new PupilText { PupilId = pupil.Id, Text = former.Upn };

    internal static IQueryable<PupilText> ContactNames(SenSupportDbContext db) =>
        from pupil in db.Pupils
        from contact in pupil.Contacts
        orderby contact.Order
        select new PupilText { PupilId = pupil.Id, Text = contact.Name };
}

/// <summary>A text that belongs to a pupil.</summary>
public sealed record PupilText
{
    public Guid PupilId { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>A flag of a pupil.</summary>
public sealed record PupilFlag
{
    public Guid PupilId { get; init; }

    public PupilFlags Flag { get; init; }
}
