using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Features.Groups;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Data;

/// <summary>A compiled read is kept from one request to the next. It may keep neither the person who asked first, nor the day, nor the key.</summary>
[Collection(nameof(TestApp))]
public sealed class CompiledReadTests(TestApp app)
{
    private static readonly CompiledPersonRead<Guid> Readable = new((db, staff, key) => db.PupilsReadBy(staff).Where(pupil => pupil.Id == key).Select(pupil => pupil.Id));

    [Fact]
    public async Task Read_WhenAnotherPersonOfTheRoleAsks_IsTheirs()
    {
        var ofTeacher = await app.School.AddPupilAsync(responsible: "teacher", classId: app.School.OtherClassId);

        Assert.True(await ReadsAsync("teacher", ofTeacher.Id));
        Assert.False(await ReadsAsync("ta", ofTeacher.Id));
        Assert.True(await ReadsAsync("teacher", ofTeacher.Id));
    }

    [Fact]
    public async Task Read_WhenAnotherKeyIsAsked_IsOfThatKey()
    {
        var pupils = new[] { await app.School.AddPupilAsync(responsible: "teacher"), await app.School.AddPupilAsync(responsible: "teacher") };

        foreach (var pupil in pupils)
        {
            Assert.True(await ReadsAsync("teacher", pupil.Id));
        }
    }

    [Fact]
    public async Task Read_WhenADayHasPassed_IsOfTheNewDay()
    {
        var pupil = await app.School.AddPupilAsync(responsible: null, classId: app.School.OtherClassId);
        await app.AddGroupAsync(app.School, "teacher", [pupil.Id], -10, 0);

        Assert.True(await ReadsAsync("teacher", pupil.Id));
        Assert.False(await ReadsAsync("teacher", pupil.Id, days: 1));
        Assert.True(await ReadsAsync("teacher", pupil.Id));
    }

    [Fact]
    public async Task Read_WhenItAsksForMoreOfThePerson_IsRefused()
    {
        var read = new CompiledPersonRead<Guid>((db, staff, _) => db.Pupils.Where(pupil => pupil.SchoolId == staff.SchoolId).Select(pupil => pupil.Id));

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.InSchoolAsync(app.School.Id, async db => await read.ToListAsync(db, Staff("teacher"))));
    }

    private Task<bool> ReadsAsync(string person, Guid pupilId, int days = 0) => app.InSchoolAsync(app.School.Id, async db =>
    {
        db.Scope = new SchoolScope(new Later(days)) { SchoolId = app.School.Id };
        return (await Readable.ToListAsync(db, Staff(person), pupilId)).Count == 1;
    });

    private SignedInStaff Staff(string person) => new(app.School.Staff[person], app.School.Id, "", "", StaffRoles.Teacher);

    private sealed class Later(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(days);
    }
}
