using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Imports;

/// <summary>Files that cannot be used: a message that says where and what to do, and nothing is changed.</summary>
public sealed class BadFilesTests(ImportApp imports) : IClassFixture<ImportApp>
{
    private const string Row = "B801200005001,Fox,Teddy,1/5/2017,M,5\n";
    private const string Good = "UPN,Surname,Forename,DOB,Sex,Year group\n" + Row;

    // Made in the test: a file as an argument would be written into its name.
    private static readonly Dictionary<string, Func<byte[]>> Contents = new()
    {
        ["empty.csv"] = () => [],
        ["header.csv"] = () => Bytes("UPN,Surname,Forename\n"),
        ["twice.csv"] = () => Bytes("UPN,Surname,surname\n1,2,3\n"),
        ["quotes.csv"] = () => Bytes(Good + "B1,\"never closed,Teddy\n"),
        ["line.csv"] = () => Bytes("UPN,Surname\n" + new string('x', 10_000_000)),
        ["nul.csv"] = () => Bytes(Good + "B1,Fo\0x,Teddy\n"),
        ["really-a.csv"] = () => Bytes("%PDF-1.7\n%âãÏÓ\n1 0 obj"),
        ["picture.csv"] = () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0],
        ["old.xls"] = () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ["page.xls"] = () => Bytes("<html><table><tr><td>UPN</td></tr></table></html>"),
        ["script.csv"] = () => Bytes("<script>alert(1)</script>"),
        ["dtd.xml"] = () => Bytes("<?xml version=\"1.0\"?><!DOCTYPE CTfile [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><CTfile>&a;</CTfile>"),
        ["bomb.xml"] = () => Bytes("<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><CTfile>&b;</CTfile>"),
        ["deep.xml"] = () => Bytes("<CTfile>" + string.Concat(Enumerable.Repeat("<a>", 5000))),
        ["bomb.xlsx"] = () => ZipBomb(),
        ["other.zip"] = () => Zip("notes.txt", Bytes("hello")),
    };

    [Theory]
    [InlineData("empty.csv", 400, "The file is empty")]
    [InlineData("header.csv", 400, "no rows below")]
    [InlineData("twice.csv", 400, "Two columns are called")]
    [InlineData("quotes.csv", 400, "Line 3: A quotation mark is opened here and never closed")]
    [InlineData("line.csv", 400, "Line 2: A cell is longer than 20,000 characters")]
    [InlineData("nul.csv", 400, "Line 3: There is a NUL character")]
    [InlineData("really-a.csv", 415, "This is a PDF, whatever its name says")]
    [InlineData("picture.csv", 415, "picture")]
    [InlineData("old.xls", 415, "before 2007")]
    [InlineData("page.xls", 415, "web page")]
    [InlineData("script.csv", 400, "script")]
    [InlineData("dtd.xml", 400, "document type definition")]
    [InlineData("bomb.xml", 400, "document type definition")]
    [InlineData("deep.xml", 400, "Line 1: The elements are nested too deeply")]
    [InlineData("bomb.xlsx", 400, "unpack to far more")]
    [InlineData("other.zip", 400, "zip archive but no workbook")]
    public async Task Upload_WhenTheFileCannotBeUsed_SaysWhyAndChangesNothing(string name, int status, string words)
    {
        var school = await imports.NewSchoolAsync();

        using var answer = await school.UploadAsync(Contents[name](), name);

        Assert.Equal(status, (int)answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(words, page.QuerySelector(".govuk-error-summary").Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing was saved or changed", page.QuerySelector(".govuk-error-summary").Words());
        Assert.NotNull(page.QuerySelector("#File-error"));
        Assert.StartsWith("Error:", page.Title);
        Assert.Equal(0, await school.AskAsync(async db => await db.Imports.CountAsync() + await db.FileContents.CountAsync() + await db.Pupils.CountAsync()));
    }

    [Fact]
    public async Task Upload_WhenNoFileIsChosen_AsksForOne()
    {
        var school = await imports.NewSchoolAsync();
        var token = (await school.Client.GetPageAsync("/imports/new")).FormFields("form[enctype]")["__RequestVerificationToken"]!;

        using var answer = await school.Client.PostAsync("/imports/new", new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Choose the file", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary").Words());
    }

    [Fact]
    public async Task Upload_WhenTheFileIsTooLarge_IsRefusedBeforeItIsRead()
    {
        var school = await imports.NewSchoolAsync();
        var content = new UnreadContent(101L * 1024 * 1024);

        using var answer = await school.Client.PostAsync("/imports/new", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("a file to import up to 100 MB", (await answer.ReadPageAsync()).QuerySelector("main").Words());
        Assert.True(content.Written < 8 * 1024 * 1024, $"{content.Written} bytes were read");
    }

    [Fact]
    public async Task Upload_WhenNobodyIsSignedIn_IsNotRead()
    {
        var content = new UnreadContent(50L * 1024 * 1024);

        using var answer = await imports.App.Anonymous().PostAsync("/imports/new", content);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.OriginalString);
        Assert.True(content.Written < 8 * 1024 * 1024, $"{content.Written} bytes were read");
    }

    [Fact]
    public async Task OtherForms_WhenTheyAreLarge_AreRefusedAsBefore()
    {
        var school = await imports.NewSchoolAsync();

        using var answer = await school.Client.PostAsync("/account/password", new UnreadContent(9L * 1024 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(string name, byte[] content)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            entry.Write(content);
        }

        return file.ToArray();
    }

    private static byte[] ZipBomb()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
            {
                types.Write(Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            }

            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var block = new byte[1024 * 1024];
            for (var megabytes = 0; megabytes < 300; megabytes++)
            {
                sheet.Write(block);
            }
        }

        return file.ToArray();
    }

    // A form of a length, which counts how much of it is taken.
    private sealed class UnreadContent : HttpContent
    {
        private readonly long length;

        public UnreadContent(long length)
        {
            this.length = length;
            Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        }

        public long Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            for (; Written < length; Written += block.Length)
            {
                await stream.WriteAsync(block);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
