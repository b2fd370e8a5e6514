using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Web.Features.Shared.Exports;

/// <summary>Files to be saved.</summary>
public static class Download
{
    /// <summary>A name of plain letters with the day: "sen-register-2026-11-24.csv".</summary>
    public static string Name(string what, DateOnly today, string kind) => $"{what}-{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{kind}";

    /// <summary>Says that the answer is a file of this name.</summary>
    public static void BeginFile(this HttpResponse response, string fileName, string contentType)
    {
        response.ContentType = contentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
    }
}

/// <summary>A CSV file, written while its rows are read: none of them is kept.</summary>
/// <param name="fileName">The file's name.</param>
/// <param name="columns">The columns.</param>
/// <param name="rows">The rows.</param>
public sealed class CsvDownload<T>(string fileName, IReadOnlyList<ExportColumn<T>> columns, IAsyncEnumerable<T> rows) : IActionResult
{
    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.BeginFile(fileName, CsvExport.ContentType);
        return CsvExport.WriteAsync(http.Response.Body, columns, rows, http.RequestAborted);
    }
}
