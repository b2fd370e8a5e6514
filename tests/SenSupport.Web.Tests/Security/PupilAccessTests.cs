using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Security;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Security;

[Collection(nameof(TestApp))]
public sealed class PupilAccessTests(TestApp app)
{
    private static readonly CompiledPersonRead<Guid> Compiled = new((db, staff, _) => db.PupilsReadBy(staff).Select(pupil => pupil.Id));

    [Theory]
    [InlineData(StaffRoles.Senco, "senco", "own other responsible supported", "own other responsible supported", "own other responsible supported")]
    [InlineData(StaffRoles.SenAssistant, "assistant", "own other responsible supported", "own other responsible supported", "own other responsible supported")]
    [InlineData(StaffRoles.Head, "head", "own other responsible supported", "own other responsible supported", "")]
    [InlineData(StaffRoles.Teacher, "teacher", "own responsible", "own responsible", "responsible")]
    [InlineData(StaffRoles.TeachingAssistant, "ta", "supported", "supported", "")]
    [InlineData(StaffRoles.Teacher | StaffRoles.TeachingAssistant, "ta", "supported", "supported", "")]
    [InlineData(StaffRoles.Office, "office", "", "own other responsible supported", "")]
    [InlineData(StaffRoles.BusinessManager, "finance", "", "", "")]
    [InlineData(StaffRoles.Governor, "governor", "", "", "")]
    [InlineData(StaffRoles.None, "governor", "", "", "")]
    public async Task Pupils_WhenAsked_AreThoseOfTheRole(StaffRoles roles, string person, string reads, string lists, string writes)
    {
        var pupils = new Dictionary<Guid, string>
        {
            [(await app.School.AddPupilAsync(responsible: null)).Id] = "own",
            [(await app.School.AddPupilAsync(responsible: null, classId: app.School.OtherClassId)).Id] = "other",
            [(await app.School.AddPupilAsync(responsible: "teacher", classId: app.School.OtherClassId)).Id] = "responsible",
            [(await app.School.AddPupilAsync(responsible: null, classId: app.School.OtherClassId, supportedBy: "ta")).Id] = "supported",
        };
        var staff = new SignedInStaff(app.School.Staff[person], app.School.Id, "", "", roles);

        Assert.Equal(reads, await NamesAsync(db => db.PupilsReadBy(staff)));
        Assert.Equal(reads, NamesOf(await app.InSchoolAsync(app.School.Id, async db => await Compiled.ToListAsync(db, staff))));
        Assert.Equal(lists, await NamesAsync(db => db.PupilsListedFor(staff)));
        Assert.Equal(writes, await NamesAsync(db => db.PupilsWrittenBy(staff)));

        async Task<string> NamesAsync(Func<SenSupportDbContext, IQueryable<Pupil>> query) =>
            NamesOf(await app.InSchoolAsync(app.School.Id, db => query(db).Select(pupil => pupil.Id).ToListAsync()));

        string NamesOf(List<Guid> ids) => string.Join(' ', pupils.Where(pupil => ids.Contains(pupil.Key)).Select(pupil => pupil.Value));
    }

    [Theory]
    [InlineData(StaffRoles.Senco)]
    [InlineData(StaffRoles.Office)]
    public async Task Pupils_WhenOfAnotherSchool_AreNeverThere(StaffRoles roles)
    {
        var pupil = await app.School.AddPupilAsync();
        var staff = new SignedInStaff(app.OtherSchool.Staff["senco"], app.OtherSchool.Id, "", "", roles);

        Assert.False(await app.InSchoolAsync(app.OtherSchool.Id, db => db.PupilsListedFor(staff).AnyAsync(row => row.Id == pupil.Id)));
        Assert.False(await app.InSchoolAsync(Guid.Empty, db => db.PupilsListedFor(staff).AnyAsync()));
    }
}
