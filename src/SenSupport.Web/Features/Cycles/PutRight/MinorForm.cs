using FluentValidation;

namespace SenSupport.Web.Features.Cycles.PutRight;

/// <summary>Whether a shared version is a minor change.</summary>
public sealed class MinorForm
{
    /// <summary>Whether nobody need read it again.</summary>
    public bool IsMinor { get; set; }

    /// <summary>Both answers are right.</summary>
    public sealed class Validator : AbstractValidator<MinorForm>;
}
