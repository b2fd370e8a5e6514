using System.Text.Json;
using System.Text.Json.Serialization;

namespace SenSupport.Web.Features.Imports.Pupils;

/// <summary>How a pupil's state before an import is stored.</summary>
internal static class StateJson
{
    /// <summary>Choices by name, so that a stored state can be read when others are added.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Converters = { new JsonStringEnumConverter() } };
}
