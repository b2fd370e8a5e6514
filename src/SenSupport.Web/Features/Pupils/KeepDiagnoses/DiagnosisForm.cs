using FluentValidation;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Web.Features.Shared.Forms;

namespace SenSupport.Web.Features.Pupils.KeepDiagnoses;

/// <summary>A diagnosis, as typed.</summary>
public sealed class DiagnosisForm
{
    /// <summary>The version that the page was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>What was diagnosed.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who made it.</summary>
    public string MadeBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateParts MadeOn { get; set; } = new();

    /// <summary>What says so.</summary>
    public string Source { get; set; } = "";

    /// <summary>The document that belongs to it until now.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>Whether that document no longer belongs to it; it stays among the pupil's documents.</summary>
    public bool WithoutDocument { get; set; }

    /// <summary>A document to attach, in place of the one until now.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The diagnosis as typed, without the new document.</summary>
    public DiagnosisDetails Read() => new(Name, MadeBy, MadeOn.TryRead(out var on) ? on : null, Source, WithoutDocument ? null : DocumentId);

    /// <summary>The form of a diagnosis.</summary>
    public static DiagnosisForm Of(DiagnosisDetails diagnosis, Guid version) => new()
    {
        Version = version,
        Name = diagnosis.Name,
        MadeBy = diagnosis.MadeBy,
        MadeOn = DateParts.From(diagnosis.MadeOn),
        Source = diagnosis.Source,
        DocumentId = diagnosis.DocumentId,
    };

    /// <summary>What a diagnosis must be; the file is looked into when it is read.</summary>
    public sealed class Validator : AbstractValidator<DiagnosisForm>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock) => RuleFor(form => form).Custom((form, context) =>
        {
            var (find, today) = (new Findings(context.AddFailure), SchoolClock.Today(clock));
            find.Require(nameof(Name), form.Name, "Enter what was diagnosed");
            find.Limit(nameof(Name), form.Name, TextLimits.Line, "The diagnosis");
            find.Limit(nameof(MadeBy), form.MadeBy, TextLimits.Line, "Who made it");
            find.Limit(nameof(Source), form.Source, TextLimits.Line, "The source");
            var on = find.Date(nameof(MadeOn), form.MadeOn, "Enter a real date, such as 27 3 2027");
            find.Hold(nameof(MadeOn), !(on > today), "The date of a diagnosis must be in the past");
        });
    }
}
