using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared.Files;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features.Pupils.KeepDiagnoses;

/// <summary>A pupil's diagnoses, each with its document.</summary>
/// <param name="Version">The record's version.</param>
/// <param name="Diagnoses">The diagnoses, earliest first.</param>
/// <param name="Documents">The pupil's documents.</param>
public sealed record DiagnosesPage(Guid Version, IReadOnlyList<DiagnosisLine> Diagnoses, IReadOnlyList<DocumentLine> Documents)
{
    /// <summary>The diagnoses of a pupil.</summary>
    public static IQueryable<DiagnosesPage> Of(SenSupportDbContext db, Guid pupilId) =>
        from pupil in db.Pupils.AsNoTracking()
        where pupil.Id == pupilId
        select new DiagnosesPage(
            pupil.Version,
            pupil.Diagnoses
                .OrderBy(diagnosis => diagnosis.MadeOn)
                .ThenBy(diagnosis => diagnosis.Id)
                .Select(diagnosis => new DiagnosisLine(diagnosis.Id, new DiagnosisDetails(diagnosis.Name, diagnosis.MadeBy, diagnosis.MadeOn, diagnosis.Source, diagnosis.DocumentId)))
                .ToList(),
            pupil.Documents.Select(document => new DocumentLine(document.Id, document.FileName, document.Size)).ToList());

    /// <summary>The document of a diagnosis; null without one.</summary>
    public DocumentLine? DocumentOf(DiagnosisLine? diagnosis) => Documents.FirstOrDefault(document => document.Id == diagnosis?.Details.DocumentId);

    /// <summary>With what a change of diagnoses touches.</summary>
    public static IQueryable<Pupil> With(IQueryable<Pupil> pupils) => pupils.Include(pupil => pupil.Diagnoses).Include(pupil => pupil.Documents);

    /// <summary>One diagnosis as a part of the record, with a document that is attached in the same save.</summary>
    public static PupilPart<DiagnosisDetails> Part(SenSupportDbContext db, Guid diagnosisId, DocumentUpload? file) => new(
        $"diagnoses/{diagnosisId}/",
        With,
        pupil => pupil.Diagnoses.FirstOrDefault(diagnosis => diagnosis.Id == diagnosisId)?.Details() ?? throw new DomainRuleException("This diagnosis was removed while you were writing"),
        (pupil, details, by) => pupil.ChangeDiagnosis(diagnosisId, Attach(db, pupil, details, file, by), by));

    /// <summary>Keeps a document with the record; the diagnosis then names it.</summary>
    public static DiagnosisDetails Attach(SenSupportDbContext db, Pupil pupil, DiagnosisDetails details, DocumentUpload? file, Acting by)
    {
        if (file is null)
        {
            return details;
        }

        var content = file.Content(pupil.SchoolId);
        db.Add(content);
        var title = details.Source.Trim().Length > 0 ? details.Source : $"Diagnosis: {details.Name.Trim()}";
        pupil.AttachDocument(new DocumentDetails(content.Id, title.Length > TextLimits.Line ? title[..TextLimits.Line] : title, file.FileName, file.Bytes.Length, details.MadeOn), by);
        return details with { DocumentId = content.Id };
    }
}

/// <summary>A diagnosis.</summary>
public sealed record DiagnosisLine(Guid Id, DiagnosisDetails Details);

/// <summary>A document's name and size.</summary>
public sealed record DocumentLine(Guid Id, string FileName, int Size)
{
    /// <summary>The size as it is read: "1.2 MB".</summary>
    public string SizeText => Size >= 1024 * 1024 ? $"{Size / 1048576.0:0.0} MB" : $"{Math.Max(1, Size / 1024)} KB";
}
