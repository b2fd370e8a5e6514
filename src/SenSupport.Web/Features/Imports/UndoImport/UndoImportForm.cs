using FluentValidation;

namespace SenSupport.Web.Features.Imports.UndoImport;

/// <summary>What is to be undone.</summary>
public sealed class UndoImportForm
{
    /// <summary>The only pupil to put back; all when there is none.</summary>
    public Guid? Pupil { get; set; }

    /// <summary>Anything may be asked: what cannot be put back stays.</summary>
    public sealed class Validator : AbstractValidator<UndoImportForm>;
}
