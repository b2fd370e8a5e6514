using SenSupport.Domain.Schools;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Groups;

/// <summary>Teaching groups for tests.</summary>
internal static class GroupTesting
{
    private static int made;

    /// <summary>Adds a group with a name of its own. Days are counted from today.</summary>
    public static Task<TeachingGroup> AddGroupAsync(
        this TestApp app, TestSchool school, string? teacher, IEnumerable<Guid> pupils, int from = -10, int? until = null, int teachesFrom = -10, int? teachesUntil = null) =>
        app.InSchoolAsync(school.Id, async db =>
        {
            var group = TeachingGroup.Add(school.Id, $"Set {Interlocked.Increment(ref made)}", "Mathematics", AcademicYear.Of(TestSchool.Today), school.Senco());
            group.AddPupils(pupils, TestSchool.Today.AddDays(from), Day(until), school.Senco());
            if (teacher is not null)
            {
                group.AddTeacher(school.Staff[teacher], TestSchool.Today.AddDays(teachesFrom), Day(teachesUntil), school.Senco());
            }

            db.Add(group);
            await db.SaveChangesAsync();
            return group;
        });

    private static DateOnly? Day(int? days) => days is { } number ? TestSchool.Today.AddDays(number) : null;
}
