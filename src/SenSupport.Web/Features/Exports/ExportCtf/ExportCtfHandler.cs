using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Exchange.Ctf;
using SenSupport.Web.Features.Shared.Exports;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.ExportCtf;

/// <summary>A file that was made.</summary>
/// <param name="Content">From its beginning.</param>
/// <param name="Name">Its name by the rules of such files.</param>
/// <param name="ContentType">What it is: one transfer file, or several in an archive.</param>
public sealed record CtfFile(MemoryStream Content, string Name, string ContentType = "application/xml");

/// <summary>Makes common transfer files, one for each receiving school, gives each the school's next number and records it.</summary>
public sealed class ExportCtfHandler(SenSupportDbContext db, TimeProvider clock)
{
    private const int LastNumber = 999;
    private const int Tries = 5;

    /// <summary>Makes the file, or an archive of the files where pupils go to several schools; null when one of the pupils is not there for this person.</summary>
    /// <exception cref="DomainRuleException">The school has no numbers yet, or has used all of this year's.</exception>
    public async Task<CtfFile?> MakeAsync(ExportCtfForm form, SignedInStaff staff)
    {
        var ids = form.Pupils.Distinct().ToList();
        var pupils = await CtfReads.Pupils(db, staff, ids).ToListAsync();
        if (pupils.Count != ids.Count)
        {
            return null;
        }

        var school = await CtfReads.School(db).FirstAsync();
        var from = new CtfSchool(school.LocalAuthorityNumber, school.EstablishmentNumber, school.Name);
        DomainRuleException.Require(from.IsValid, "The file needs the local authority and establishment numbers of your own school. Add them in the school settings");
        var files = new List<CtfFile>();
        foreach (var together in pupils.GroupBy(pupil => form.SchoolOf(pupil.Id)!))
        {
            var content = new MemoryStream();
            CtfExtract.Write(content, from, together.Key, together.Select(CtfReads.ToCtf), SchoolClock.Local(clock.GetUtcNow().UtcDateTime));
            content.Position = 0;
            files.Add(new CtfFile(content, await RecordAsync(staff, from, together.Key, [.. together.Select(pupil => pupil.Id)])));
        }

        return files.Count == 1 ? files[0] : Packed(files, SchoolClock.Today(clock));
    }

    private static CtfFile Packed(List<CtfFile> files, DateOnly today)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = archive.CreateEntry(file.Name).Open();
                file.Content.CopyTo(entry);
            }
        }

        packed.Position = 0;
        return new CtfFile(packed, Download.Name("transfer-files", today, "zip"), "application/zip");
    }

    // Two files at one moment ask for the same number: the database lets one have it, and the other takes the next.
    private async Task<string> RecordAsync(SignedInStaff staff, CtfSchool from, CtfSchool to, List<Guid> ids)
    {
        var year = AcademicYear.Of(SchoolClock.Today(clock)).StartYear;
        for (var attempt = 1; ; attempt++)
        {
            var last = await db.CtfNumbers.Where(used => used.Year == year).MaxAsync(used => (int?)used.Number) ?? 0;
            DomainRuleException.Require(last < LastNumber, $"All {LastNumber} file numbers of this school year have been used");
            var name = CtfExtract.FileName(from, to, last + 1);
            db.Add(new CtfNumber { SchoolId = staff.SchoolId, Year = year, Number = last + 1 });
            db.AddExport(staff, clock, "Common transfer file, SEN extract", name, $"to {to.Lea}{to.Estab}", ids.Count, ids);
            try
            {
                await db.SaveChangesAsync();
                return name;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
