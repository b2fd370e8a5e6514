using FluentValidation;

namespace SenSupport.Web.Features.Pupils.KeepPhoto;

/// <summary>A photo to keep of a pupil.</summary>
public sealed class PhotoForm
{
    /// <summary>The picture.</summary>
    public IFormFile? Photo { get; set; }

    /// <summary>There must be a file; what is in it is looked into when it is read.</summary>
    public sealed class Validator : AbstractValidator<PhotoForm>
    {
        /// <summary>Sets the rule.</summary>
        public Validator() => RuleFor(form => form.Photo).NotNull().WithMessage("Choose a JPEG or PNG file");
    }
}
