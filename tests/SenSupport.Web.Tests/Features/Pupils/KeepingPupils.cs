using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

/// <summary>What tests of the pages share on which a pupil's record is kept.</summary>
internal static class KeepingPupils
{
    public const string TooLong = "20,001 characters";

    public static string Long { get; } = new('a', 20_001);

    /// <summary>The pupil with every part that a page here changes, as saved.</summary>
    public static Task<Pupil> ReadPupilAsync(this TestApp app, Guid id) => app.InSchoolAsync(app.School.Id, db => db.Pupils
        .Include(pupil => pupil.Contacts).Include(pupil => pupil.FormerUpns).Include(pupil => pupil.FlagPeriods).Include(pupil => pupil.StatusPeriods)
        .Include(pupil => pupil.Needs).Include(pupil => pupil.Diagnoses).Include(pupil => pupil.Documents).Include(pupil => pupil.Adjustments)
        .AsSplitQuery().FirstAsync(pupil => pupil.Id == id));

    /// <summary>The latest event of a pupil.</summary>
    public static Task<RecordEvent> LastEventAsync(this TestApp app, Guid id) =>
        app.InSchoolAsync(app.School.Id, db => db.Events.Where(row => row.PupilId == id).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstAsync());

    /// <summary>Changes a pupil as a colleague would, meanwhile.</summary>
    public static Task<int> ChangeAsync(this TestApp app, Guid id, Action<Pupil, Acting> change) => app.InSchoolAsync(app.School.Id, async db =>
    {
        change(
            await db.Pupils.AsTracking().Include(pupil => pupil.Contacts).Include(pupil => pupil.FormerUpns).Include(pupil => pupil.FlagPeriods).Include(pupil => pupil.StatusPeriods)
                .Include(pupil => pupil.Needs).Include(pupil => pupil.Diagnoses).Include(pupil => pupil.Documents).Include(pupil => pupil.Adjustments)
                .AsSplitQuery().FirstAsync(pupil => pupil.Id == id),
            new Acting(app.School.Staff["assistant"], "Anna Bell", DateTime.UtcNow, TestSchool.Today));
        return await db.SaveChangesAsync();
    });

    /// <summary>The messages of the error summary.</summary>
    public static IReadOnlyList<string> Errors(this AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary li").Select(item => item.Words())];

    /// <summary>The first line of the timeline.</summary>
    public static async Task<string> TimelineAsync(this HttpClient client, TestPupil pupil) =>
        (await client.GetPageAsync($"{pupil.Path}/timeline")).QuerySelector(".moj-timeline__item").Words();
}
