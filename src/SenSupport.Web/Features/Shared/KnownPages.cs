namespace SenSupport.Web.Features.Shared;

/// <summary>Which addresses there are: a page links to another only where there is one.</summary>
/// <param name="endpoints">The application's routes.</param>
public sealed class KnownPages(EndpointDataSource endpoints)
{
    /// <summary>Whether a fixed address such as "/imports/new" is a page.</summary>
    public bool Has(string path) => endpoints.Endpoints.OfType<RouteEndpoint>().Any(known =>
        string.Equals(known.RoutePattern.RawText?.TrimStart('/'), path.TrimStart('/'), StringComparison.OrdinalIgnoreCase)
        && known.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) != false);
}
