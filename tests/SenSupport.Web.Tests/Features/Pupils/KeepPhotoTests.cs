using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Tests.Exchange.Images;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Features.Pupils;

[Collection(nameof(TestApp))]
public sealed class KeepPhotoTests(TestApp app)
{
    [Theory]
    [InlineData("senco")]
    [InlineData("assistant")]
    [InlineData("office")]
    public async Task Save_WhenAPicture_KeepsItBareAndShowsItToThoseWhoSeeThePupil(string role)
    {
        var pupil = await app.School.AddPupilAsync("Pictured", supportedBy: "ta");
        var client = await app.AsAsync(role);

        var answer = await SaveAsync(client, pupil, Pictures.Jpeg(8, 8, Pictures.ExifWith(1, "51.5N 0.1W")));

        Assert.Equal((HttpStatusCode.Redirect, $"{pupil.Path}/photo/change"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.StartsWith("Photo added", await (await app.AsAsync("senco")).TimelineAsync(pupil));
        foreach (var sees in new[] { "senco", "head", "office", "teacher", "ta" })
        {
            var page = await (await app.AsAsync(sees)).GetPageAsync(pupil.Path);
            var photo = await (await app.AsAsync(sees)).GetAsync(page.QuerySelector("img.sen-avatar")!.GetAttribute("src"));
            Assert.Equal(("image/jpeg", "no-store", "nosniff"), (photo.Content.Headers.ContentType!.MediaType, photo.Headers.CacheControl!.ToString(), photo.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.DoesNotContain("51.5N", Encoding.Latin1.GetString(await photo.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }

        foreach (var refused in new[] { "other-teacher", "finance", "governor" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(refused)).GetAsync($"{pupil.Path}/photo")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsOtherSchoolAsync("senco")).GetAsync($"{pupil.Path}/photo")).StatusCode);
    }

    [Fact]
    public async Task ReplaceAndRemove_WhenDone_KeepNoOldPicture()
    {
        var pupil = await app.School.AddPupilAsync("Replaced");
        var client = await app.AsAsync("office");
        await SaveAsync(client, pupil, Pictures.Jpeg());
        var first = (await app.ReadPupilAsync(pupil.Id)).PhotoId!.Value;
        await SaveAsync(client, pupil, Pictures.Png());
        var second = (await app.ReadPupilAsync(pupil.Id)).PhotoId!.Value;
        Assert.Equal([second], await StoredAsync(first, second));
        Assert.Equal("image/png", (await client.GetAsync($"{pupil.Path}/photo?v={second}")).Content.Headers.ContentType!.MediaType);

        var page = await client.GetPageAsync($"{pupil.Path}/photo/remove");
        Assert.Equal("Remove Zofia’s photo?", page.QuerySelector("h1").Words());
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync($"{pupil.Path}/photo/remove", page.FormFields())).StatusCode);

        Assert.Empty(await StoredAsync(first, second));
        Assert.Null((await app.ReadPupilAsync(pupil.Id)).PhotoId);
        Assert.StartsWith("Photo taken away", await (await app.AsAsync("senco")).TimelineAsync(pupil));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/photo/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{pupil.Path}/photo")).StatusCode);
        Assert.Null((await client.GetPageAsync(pupil.Path)).QuerySelector("img.sen-avatar"));

        Task<List<Guid>> StoredAsync(params Guid[] ids) => app.InSchoolAsync(app.School.Id, db => db.FileContents.Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync());
    }

    [Theory]
    [InlineData("empty", "The file is empty")]
    [InlineData("drawing", "Choose a PNG or JPEG file")]
    [InlineData("broken", "The picture is damaged or incomplete")]
    [InlineData("48 megapixels", "The picture is 8,000 by 6,000 pixels, which is too large")]
    [InlineData("5 MB", "The file must be 5 MB or smaller")]
    public async Task Save_WhenItIsNoSuchPicture_SaysWhy(string kind, string message)
    {
        var pupil = await app.School.AddPupilAsync("Wrongphoto");

        var answer = await SaveAsync(await app.AsAsync("office"), pupil, Bytes(kind));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(message, Assert.Single((await answer.ReadPageAsync()).Errors()));
        Assert.Null((await app.ReadPupilAsync(pupil.Id)).PhotoId);
    }

    [Fact]
    public async Task Save_WithoutAFile_AsksForOne()
    {
        var pupil = await app.School.AddPupilAsync("Nophoto");
        var client = await app.AsAsync("office");

        var answer = await client.PostAsync($"{pupil.Path}/photo/change", (await client.GetPageAsync($"{pupil.Path}/photo/change")).FormFields());

        Assert.Equal(["Choose a JPEG or PNG file"], (await answer.ReadPageAsync()).Errors());
        foreach (var role in new[] { "head", "teacher", "ta" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(role)).GetAsync($"{pupil.Path}/photo/change")).StatusCode);
        }
    }

    // By name: a test runner writes out the data of each test, and these are large.
    private static byte[] Bytes(string kind) => kind switch
    {
        "drawing" => "<svg onload='alert(1)'/>"u8.ToArray(),
        "broken" => Pictures.Jpeg()[..40],
        "48 megapixels" => [.. Pictures.PngSignature, .. Pictures.Header(8000, 6000), .. Pictures.PngData(1, 1), .. Pictures.Chunk("IEND")],
        "5 MB" => new byte[(5 * 1024 * 1024) + 1],
        _ => [],
    };

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient client, TestPupil pupil, byte[] bytes) =>
        await client.PostAsync($"{pupil.Path}/photo/change", (await client.GetPageAsync($"{pupil.Path}/photo/change")).FormFields().WithFile("Photo", "../me\u202E.svg", bytes));
}
