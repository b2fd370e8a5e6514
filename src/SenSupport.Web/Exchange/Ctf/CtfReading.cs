using SenSupport.Web.Exchange.Pupils;

namespace SenSupport.Web.Exchange.Ctf;

/// <summary>What a common transfer file says about itself.</summary>
/// <param name="Version">The version as it stands: "25.0".</param>
/// <param name="Lea">Three-digit local authority number of the sending school; empty when it is not given.</param>
/// <param name="Estab">Four-digit establishment number.</param>
/// <param name="SchoolName">The sending school's name.</param>
/// <param name="Written">Date and time of writing, as it stands.</param>
public sealed record CtfHeader(string Version, string Lea, string Estab, string SchoolName, string Written);

/// <summary>Elements of a file that SenSupport has no use for.</summary>
/// <param name="Path">Below the pupil: "BasicDetails/Ethnicity".</param>
/// <param name="Count">How often they stand in the file.</param>
public sealed record NotUsedElement(string Path, int Count);

/// <summary>What reading a common transfer file came to.</summary>
/// <param name="Header">Null when the file was refused.</param>
/// <param name="Pupils">Those with a name, those with problems among them.</param>
/// <param name="NotUsed">What the file says besides, most frequent first.</param>
/// <param name="Problems">What is wrong, or why the file was refused.</param>
public sealed record CtfReading(CtfHeader? Header, IReadOnlyList<ImportedPupil> Pupils, IReadOnlyList<NotUsedElement> NotUsed, IReadOnlyList<ExchangeProblem> Problems)
{
    /// <summary>Whether nothing can be taken from the file.</summary>
    public bool IsRefused => Header is null;
}
