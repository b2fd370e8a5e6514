using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SenSupport.Pdf;
using SenSupport.Web.Data;
using SenSupport.Web.Documents;
using SenSupport.Web.Features.Shared;

namespace SenSupport.Web.Features.Exports.ExportSchool;

/// <summary>
/// Writes everything of a school as a zip: a README, every table as CSV, shared plans as PDF, documents and photos. Rows and files go out as they are read, one at a
/// time, so that the size of the school does not matter.
/// </summary>
public static class SchoolZip
{
    /// <summary>The name of the file that explains the others.</summary>
    public const string Readme = "README.txt";

    /// <summary>Writes the zip to a stream that need not be able to seek.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="db">The records.</param>
    /// <param name="schoolName">The school's name.</param>
    /// <param name="today">The date in the school.</param>
    /// <param name="cancel">Ends the writing.</param>
    public static async Task WriteAsync(Stream stream, SenSupportDbContext db, string schoolName, DateOnly today, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
        await AddAsync(zip, Readme, Encoding.UTF8.GetBytes(Explain(schoolName, today)), CompressionLevel.Optimal, cancel);
        foreach (var table in SchoolTables.All)
        {
            await using var entry = await zip.CreateEntry(table.FileName, CompressionLevel.Fastest).OpenAsync(cancel);
            await table.WriteAsync(entry, db, cancel);
        }

        var logo = await DocumentLogo.Kept(db).FirstOrDefaultAsync(cancel);
        var picture = DocumentLogo.Of(logo);
        await foreach (var plan in SchoolReads.Plans(db).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var path = SchoolFiles.Plan(plan.PupilId, plan.Surname, plan.Forename, plan.Row.Cycle, plan.Row.Version);
            await AddPlanAsync(zip, path, plan.Row.Frozen, picture, cancel);
        }

        await foreach (var file in SchoolReads.DocumentFiles(db).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await AddAsync(zip, SchoolFiles.Document(file.PupilId, file.Surname, file.Forename, file.Id, file.FileName), file.Bytes, CompressionLevel.Fastest, cancel);
        }

        await foreach (var photo in SchoolReads.Photos(db).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await AddAsync(zip, SchoolFiles.Photo(photo.PupilId, photo.Surname, photo.Forename, photo.ContentType), photo.Bytes, CompressionLevel.NoCompression, cancel);
        }

        if (logo is not null)
        {
            await AddAsync(zip, $"logo{SchoolFiles.Extension(logo.ContentType)}", logo.Bytes, CompressionLevel.NoCompression, cancel);
        }
    }

    /// <summary>What the README says.</summary>
    public static string Explain(string schoolName, DateOnly today)
    {
        var text = new StringBuilder();
        text.AppendLine($"{schoolName}: SEN records, everything, taken out of SenSupport on {UkDate.Long(today)}")
            .AppendLine()
            .AppendLine("KEEP IT SAFE. These files hold health and other special category data about children. Keep them where only those who")
            .AppendLine("need them can open them, never send them by ordinary e-mail, and delete them when they are no longer needed.")
            .AppendLine()
            .AppendLine("The CSV files are UTF-8 with commas; the first line names the columns. Dates are day/month/year, times are UTC.")
            .AppendLine("Columns that end in Id hold keys: the same key in two files means the same pupil, cycle, target or person.")
            .AppendLine("A text that a spreadsheet would take for a formula has an apostrophe before it.")
            .AppendLine()
            .AppendLine("plans/      every shared version of a plan as PDF (plan-versions.csv says which)")
            .AppendLine("documents/  documents kept with the records (documents.csv says which)")
            .AppendLine("photos/     photos of pupils")
            .AppendLine();
        foreach (var table in SchoolTables.All)
        {
            text.AppendLine(table.FileName).AppendLine($"  {table.Words}");
            foreach (var (name, meaning) in table.Columns)
            {
                text.AppendLine($"  - {name}: {meaning}");
            }

            text.AppendLine();
        }

        return text.ToString().ReplaceLineEndings("\r\n");
    }

    private static async Task AddPlanAsync(ZipArchive zip, string path, string frozen, Image? logo, CancellationToken cancel)
    {
        SupportPlan? plan;
        try
        {
            plan = SupportPlan.Thaw(frozen);
        }
        catch (JsonException)
        {
            // What cannot be laid out goes out as it was kept: nothing is left behind.
            plan = null;
        }

        await (plan is null
            ? AddAsync(zip, Path.ChangeExtension(path, ".json"), Encoding.UTF8.GetBytes(frozen), CompressionLevel.Fastest, cancel)
            : AddAsync(zip, path, SupportPlanPdf.Compose(plan, logo), CompressionLevel.Fastest, cancel));
    }

    private static async Task AddAsync(ZipArchive zip, string path, byte[] content, CompressionLevel level, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(path, level).OpenAsync(cancel);
        await entry.WriteAsync(content, cancel);
    }
}
