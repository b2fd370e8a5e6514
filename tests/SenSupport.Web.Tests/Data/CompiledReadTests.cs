using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Features.Groups;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Data;

/// <summary>What is kept from one request to the next: compiled reads and contexts. Neither may keep a person, a school or a day.</summary>
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

    [Fact]
    public async Task Context_WhenLentAgain_KnowsNothingOfTheSchoolBefore()
    {
        await app.School.AddPupilAsync();
        SenSupportDbContext lent;
        await using (var request = app.Services.CreateAsyncScope())
        {
            request.ServiceProvider.GetRequiredService<SchoolScope>().SchoolId = app.School.Id;
            lent = request.ServiceProvider.GetRequiredService<SenSupportDbContext>();
            Assert.NotEmpty(await lent.Pupils.ToListAsync());
        }

        // The same context, borrowed by hand and without a scope.
        var borrowed = app.Services.GetRequiredService<IDbContextFactory<SqliteSenSupportDbContext>>().CreateDbContext();
        await using (borrowed)
        {
            Assert.Same(lent, borrowed);
            Assert.Empty(borrowed.ChangeTracker.Entries());
            Assert.Empty(await borrowed.Pupils.ToListAsync());
        }
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
