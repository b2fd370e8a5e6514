using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Records;

namespace SenSupport.Web.Features.Shared.Saving;

/// <summary>The page that asks what to keep where two people changed the same field. It carries everything the person wrote.</summary>
/// <param name="Address">Where the choices are posted.</param>
/// <param name="PartAddress">The saved page, for those who drop their own.</param>
/// <param name="Part">What was being written: "plan".</param>
/// <param name="Version">The version that is saved now.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="SavedAt">When, in UTC.</param>
/// <param name="MergedCount">How many others are merged already.</param>
/// <param name="Fields">Everything that will be saved, with the person's own values where there is a choice.</param>
/// <param name="Choices">What they have to choose.</param>
/// <param name="Typed">What they typed, in words, to copy.</param>
public sealed record RecordHasChangedPage(
    string Address,
    string PartAddress,
    string Part,
    Guid Version,
    string SavedBy,
    DateTime SavedAt,
    int MergedCount,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<RecordChoice> Choices,
    IReadOnlyList<(string Name, string Value)> Typed)
{
    /// <summary>The first name of the colleague, for "Keep Tom’s".</summary>
    public string SavedByFirstName => SavedBy.Split(' ')[0];

    /// <summary>Names of staff, by key as text.</summary>
    public static IQueryable<StaffMember> Staff(SenSupportDbContext db) => db.Staff.AsNoTracking();

    /// <summary>Makes the page of a conflict.</summary>
    public static async Task<RecordHasChangedPage> MakeAsync(SenSupportDbContext db, RecordConflict conflict, Guid pupilId, int cycleNumber)
    {
        var names = await Staff(db).ToDictionaryAsync(staff => $"{staff.Id}", staff => staff.Name);
        foreach (var (path, value) in conflict.Theirs.Concat(conflict.Merge.Fields).Where(known => known.Key.EndsWith("/statement", StringComparison.Ordinal) || known.Key.EndsWith("/text", StringComparison.Ordinal)))
        {
            names[path.Split('/')[1]] = value;
        }

        var address = $"/pupils/{pupilId}/cycles/{cycleNumber}/{conflict.Part}";
        return new RecordHasChangedPage(
            $"{address}/merge",
            address,
            conflict.Part == "assess" ? "assessment" : conflict.Part,
            conflict.Version,
            conflict.SavedBy,
            conflict.SavedAt,
            conflict.Merge.MergedCount,
            conflict.Merge.Fields,
            [.. conflict.Merge.Conflicts.Select((found, index) => Choice(found, index))],
            [.. conflict.Merge.Fields
                .Where(known => !FieldNames.IsKey(known.Key))
                .Select(known => (FieldNames.For(known.Key, conflict.Merge.Fields), FieldNames.Value(known.Key, known.Value, names)))]);

        RecordChoice Choice(MergeConflict found, int index)
        {
            var words = found.IsRow || conflict.IsText(found.Path);
            return new RecordChoice(
                index,
                found.Path,
                FieldNames.For(found.Path, conflict.Merge.Fields.ContainsKey($"{found.Path}/id") || !found.IsRow ? conflict.Merge.Fields : conflict.Theirs),
                words ? found.Mine : FieldNames.Value(found.Path, found.Mine, names),
                words ? found.Theirs : FieldNames.Value(found.Path, found.Theirs, names),
                found.IsRow,
                words && !found.IsRow && found is { Mine.Length: > 0, Theirs.Length: > 0 },
                found.Mine,
                found.Theirs);
        }
    }
}

/// <summary>One choice on the page.</summary>
/// <param name="Index">Its place.</param>
/// <param name="Path">The field or row.</param>
/// <param name="Name">In words.</param>
/// <param name="Mine">The person's side in words; empty for "removed".</param>
/// <param name="Theirs">The saved side in words; empty for "removed".</param>
/// <param name="IsRow">Whether a whole row is kept or removed.</param>
/// <param name="CanKeepBoth">Whether both texts can stand one after the other.</param>
/// <param name="MineRaw">The person's value as it is posted back.</param>
/// <param name="TheirsRaw">The saved value as it is posted back.</param>
public sealed record RecordChoice(int Index, string Path, string Name, string Mine, string Theirs, bool IsRow, bool CanKeepBoth, string MineRaw, string TheirsRaw);

/// <summary>Shows the page.</summary>
public static class RecordHasChangedResult
{
    /// <summary>Status 409 with the page of a conflict.</summary>
    public static async Task<IActionResult> RecordHasChangedAsync(this Controller controller, SenSupportDbContext db, RecordConflict conflict, PupilHeaderRow pupil, int cycleNumber, DateOnly today)
    {
        controller.ViewData.SetPupil(pupil.On(today));
        controller.Response.StatusCode = StatusCodes.Status409Conflict;

        // Fields of the form that was posted must not fill those of this page.
        return new ViewResult
        {
            ViewName = "/Features/Shared/Saving/RecordHasChanged.cshtml",
            ViewData = new ViewDataDictionary(controller.ViewData) { Model = await RecordHasChangedPage.MakeAsync(db, conflict, pupil.Id, cycleNumber) },
            TempData = controller.TempData,
        };
    }
}
