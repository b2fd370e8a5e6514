using System.Globalization;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Shared.Exports;

/// <summary>What was taken out of a school's records: every export is an event before the first byte of it leaves.</summary>
public static class ExportLog
{
    /// <summary>The field of an event that names the file.</summary>
    public const string File = "exportedFile";

    /// <summary>The field of an event that says which part was taken out.</summary>
    public const string Part = "exportedPart";

    /// <summary>The field of an event that says how many pupils or rows it held.</summary>
    public const string Count = "exportedCount";

    /// <summary>Adds the school's line to its history, and one to the timeline of each pupil who is named on their own. The caller saves.</summary>
    /// <param name="db">The records.</param>
    /// <param name="staff">Who takes it out.</param>
    /// <param name="clock">The time.</param>
    /// <param name="what">What it is, in words: "SEN register".</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="part">Which part of it: the filter in words; empty for all.</param>
    /// <param name="count">How many pupils or rows it holds; null where nobody counts them.</param>
    /// <param name="pupilIds">Pupils whose own record it is.</param>
    public static void AddExport(
        this SenSupportDbContext db, SignedInStaff staff, TimeProvider clock, string what, string fileName, string part, int? count, params IEnumerable<Guid> pupilIds)
    {
        var (by, id) = (staff.Acting(clock), Guid.CreateVersion7());
        FieldChange[] details = [new(File, "", fileName), new(Part, "", part), new(Count, "", count?.ToString(CultureInfo.InvariantCulture) ?? "")];
        db.Add(RecordEvent.OfExport(staff.SchoolId, id, null, by, what, [.. details.Where(detail => detail.New.Length > 0)]));
        db.AddRange(pupilIds.Select(pupil => RecordEvent.OfExport(staff.SchoolId, id, pupil, by, part.Length == 0 ? what : $"{what}, {part}", [details[0]])));
    }
}
