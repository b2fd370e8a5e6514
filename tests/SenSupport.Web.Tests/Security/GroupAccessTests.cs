using System.Net;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Features.Groups;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Security;

/// <summary>A teacher reads the pupils of a teaching group while membership and teaching are both current, and not a day longer.</summary>
[Collection(nameof(TestApp))]
public sealed class GroupAccessTests(TestApp app)
{
    [Theory]
    [InlineData(0, null, -10, null, true)]
    [InlineData(1, null, -10, null, false)]
    [InlineData(-10, 0, -10, null, true)]
    [InlineData(-10, -1, -10, null, false)]
    [InlineData(-10, null, 0, null, true)]
    [InlineData(-10, null, 1, null, false)]
    [InlineData(-10, null, -10, 0, true)]
    [InlineData(-10, null, -10, -1, false)]
    [InlineData(-10, 5, -5, 5, true)]
    public async Task Pupil_OnBothSidesOfEachDate_IsReadOnlyWhileBothAreCurrent(int from, int? until, int teachesFrom, int? teachesUntil, bool reads)
    {
        var pupil = await app.School.AddPupilAsync(stage: CycleStage.Do, classId: app.School.OtherClassId, responsible: null);
        await app.AddGroupAsync(app.School, "teacher", [pupil.Id], from, until, teachesFrom, teachesUntil);

        Assert.Equal(reads, await ReadsAsync(app.School, "teacher", StaffRoles.Teacher, pupil.Id));
        Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await app.AsAsync("teacher")).GetAsync($"/pupils/{pupil.Id}")).StatusCode);
    }

    [Fact]
    public async Task Pupil_OfAGroup_IsInMyPupils_AndTheirPlanIsNotTheTeachersToWrite()
    {
        var pupil = await app.School.AddPupilAsync("Oduya", "Temi", CycleStage.Plan, classId: app.School.OtherClassId, responsible: null);
        await app.AddGroupAsync(app.School, "teacher", [pupil.Id]);
        var teacher = await app.AsAsync("teacher");

        Assert.Contains("Temi Oduya", (await teacher.GetPageAsync("/my-pupils")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await app.InSchoolAsync(app.School.Id, db => db.PupilsWrittenBy(Staff(app.School, "teacher", StaffRoles.Teacher)).Where(row => row.Id == pupil.Id).ToListAsync()));
    }

    [Fact]
    public async Task Pupil_WhoLeft_IsNotReadThroughAGroup()
    {
        var pupil = await app.School.AddPupilAsync(classId: app.School.OtherClassId, responsible: null);
        await app.AddGroupAsync(app.School, "teacher", [pupil.Id]);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            (await db.Pupils.FirstAsync(row => row.Id == pupil.Id)).Leave(TestSchool.Today, "", "", app.School.Senco());
            return await db.SaveChangesAsync();
        });

        Assert.False(await ReadsAsync(app.School, "teacher", StaffRoles.Teacher, pupil.Id));
    }

    [Fact]
    public async Task Pupil_WhenTheGroupIsClosed_IsNotRead()
    {
        var pupil = await app.School.AddPupilAsync(classId: app.School.OtherClassId, responsible: null);
        var group = await app.AddGroupAsync(app.School, "teacher", [pupil.Id]);
        await app.InSchoolAsync(app.School.Id, async db =>
        {
            var tracked = await db.TeachingGroups.Include(row => row.Pupils).Include(row => row.Teachers).FirstAsync(row => row.Id == group.Id);
            tracked.Close(TestSchool.Today.AddDays(-1), app.School.Senco());
            return await db.SaveChangesAsync();
        });

        Assert.False(await ReadsAsync(app.School, "teacher", StaffRoles.Teacher, pupil.Id));
    }

    [Fact]
    public async Task Pupil_WhenTheTeacherIsNoTeacherAnyMore_OrOfAnotherSchool_IsNotRead()
    {
        var pupil = await app.School.AddPupilAsync(classId: app.School.OtherClassId, responsible: null);
        await app.AddGroupAsync(app.School, "teacher", [pupil.Id]);

        Assert.True(await ReadsAsync(app.School, "teacher", StaffRoles.Teacher, pupil.Id));
        Assert.False(await ReadsAsync(app.School, "teacher", StaffRoles.TeachingAssistant, pupil.Id));
        Assert.False(await ReadsAsync(app.School, "other-teacher", StaffRoles.TeachingAssistant, pupil.Id));
        Assert.False(await app.InSchoolAsync(app.OtherSchool.Id, db => db.PupilsReadBy(Staff(app.School, "teacher", StaffRoles.Teacher)).AnyAsync(row => row.Id == pupil.Id)));
    }

    private Task<bool> ReadsAsync(TestSchool school, string person, StaffRoles roles, Guid pupilId) =>
        app.InSchoolAsync(school.Id, db => db.PupilsReadBy(Staff(school, person, roles)).AnyAsync(pupil => pupil.Id == pupilId));

    private static SignedInStaff Staff(TestSchool school, string person, StaffRoles roles) => new(school.Staff[person], school.Id, "", "", roles);
}
