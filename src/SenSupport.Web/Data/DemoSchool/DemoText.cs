using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Puts a pupil's name and pronouns into a story.</summary>
internal sealed class DemoText(Pupil pupil)
{
    private readonly Pronouns pronouns = Pronouns.For(pupil.Sex);

    /// <summary>The text about this pupil.</summary>
    public string Fill(string text) => pronouns.Fill(text, pupil.FirstName);
}
