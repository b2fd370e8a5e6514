using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Concerns;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Concerns.DecideConcern;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Saving;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Concerns.ViewConcern;

/// <summary>A concern with what became of it.</summary>
/// <param name="Concern">The concern.</param>
/// <param name="Pupil">The pupil.</param>
/// <param name="Assigned">Who looks into it; null where nobody does.</param>
/// <param name="Readers">Who may be asked to look into it; none for those who do not decide.</param>
/// <param name="Steps">What happened to it, latest first.</param>
/// <param name="Staff">Who looks.</param>
/// <param name="Today">Today in the school.</param>
public sealed record ConcernPage(
    Concern Concern, PupilHeaderRow Pupil, string? Assigned, IReadOnlyList<PupilReader> Readers, IReadOnlyList<RecordStep> Steps, SignedInStaff Staff, DateOnly Today)
{
    /// <summary>What is typed as a decision.</summary>
    public DecisionForm Decision { get; init; } = new();

    /// <summary>What is typed as the school's view.</summary>
    public SchoolViewForm View { get; init; } = new();

    /// <summary>What is typed as found.</summary>
    public FindingsForm Found { get; init; } = new();

    /// <summary>Whether the person decides on it.</summary>
    public bool MayDecide => Staff.KeepsSenRecords;

    /// <summary>Whether the person writes what was found: whoever was asked, and those who decide.</summary>
    public bool MayWriteFindings => Concern.State == ConcernState.LookInto && (Concern.AssignedId == Staff.StaffId || Staff.KeepsSenRecords);

    /// <summary>Whether the person corrects what it says.</summary>
    public bool MayCorrect => !Concern.State.IsClosed() && (Staff.KeepsSenRecords || Concern.RecordedById == Staff.StaffId);

    /// <summary>Whether two views are compared (CoP 6.45): that of the school stands beside what a parent or the pupil says.</summary>
    public bool Compares => Concern.Source != ConcernSource.Staff;

    /// <summary>What may become of it; only the SENCo opens SEN Support.</summary>
    public IReadOnlyList<SelectListItem> Outcomes =>
        [.. new[] { ConcernState.LookInto, ConcernState.Monitor, ConcernState.SenSupport, ConcernState.NoAction }
            .Where(state => state != ConcernState.SenSupport || Staff.IsSenco)
            .Select(state => new SelectListItem(
                state switch { ConcernState.LookInto => "Look into it", ConcernState.Monitor => "Monitor until a date", ConcernState.SenSupport => "Open SEN Support", _ => "No further action" }, $"{state}"))];

    /// <summary>Who may look into it: those who work with the pupil first.</summary>
    public IReadOnlyList<SelectListItem> Choices =>
        [.. Readers.OrderByDescending(reader => reader.WorksWith).Select(reader => new SelectListItem(reader.JobTitle.Length > 0 ? $"{reader.Name}, {reader.JobTitle}" : reader.Name, $"{reader.StaffId}"))];

    /// <summary>Reads a concern that the person may read; null when there is none such.</summary>
    public static async Task<ConcernPage?> ReadAsync(SenSupportDbContext db, SignedInStaff staff, Guid concernId, DateOnly today)
    {
        if (await db.ConcernsReadBy(staff).FirstOrDefaultAsync(row => row.Id == concernId) is not { } concern
            || await PupilHeaderReader.FindAsync(db, staff, concern.PupilId) is not { } pupil)
        {
            return null;
        }

        IReadOnlyList<PupilReader> readers = staff.KeepsSenRecords ? await PupilReaders.Of(db, [pupil.Id]).ToListAsync() : [];
        var steps = (await RecordHistory.Steps(db, concern.Id).ToListAsync()).OrderByDescending(step => step.At).ToList();
        var assigned = readers.FirstOrDefault(reader => reader.StaffId == concern.AssignedId)?.Name
            ?? (concern.AssignedId is { } id ? await db.Staff.Where(person => person.Id == id).Select(person => person.Name).FirstOrDefaultAsync() : null);
        return new ConcernPage(concern, pupil, assigned, readers, steps, staff, today)
        {
            Decision = new DecisionForm { Version = concern.Version },
            View = new SchoolViewForm { Version = concern.Version, SchoolView = concern.SchoolView },
            Found = new FindingsForm { Version = concern.Version, Findings = concern.Findings },
        };
    }
}
