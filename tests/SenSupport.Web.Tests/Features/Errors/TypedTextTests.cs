using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SenSupport.Web.Features.Errors;

namespace SenSupport.Web.Tests.Features.Errors;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("Targets[1].Statement", "Targets 2 statement")]
    [InlineData("AtHome", "At home")]
    [InlineData("Outcomes[0].Targets[9].ByWhen", "Outcomes 1 targets 10 by when")]
    [InlineData("email", "Email")]
    public void InWords_WhenNameOfField_ReadsAsWords(string name, string words) => Assert.Equal(words, TypedText.InWords(name));

    [Fact]
    public async Task InAsync_WhenFormWasPosted_GivesTextsButNoSecretsKeysOrButtons()
    {
        var request = Post(new()
        {
            ["AtHome"] = "Ten minutes of story talk",
            ["Password"] = "Demo-School-2026",
            ["__RequestVerificationToken"] = "token",
            ["Version"] = Guid.NewGuid().ToString(),
            ["TeacherId"] = Guid.NewGuid().ToString(),
            ["MustDo"] = "true",
            ["action"] = "preview",
            ["Empty"] = " ",
        });

        Assert.Equal([new TypedText("At home", "Ten minutes of story talk")], await TypedText.InAsync(request));
    }

    [Fact]
    public async Task InAsync_WhenNothingWasPosted_IsEmpty() => Assert.Empty(await TypedText.InAsync(new DefaultHttpContext().Request));

    [Fact]
    public async Task InAsync_WhenBodyCannotBeRead_IsEmpty()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = "multipart/form-data; boundary=x";
        http.Request.Body = new MemoryStream([1, 2, 3]);

        Assert.Empty(await TypedText.InAsync(http.Request));
    }

    private static HttpRequest Post(Dictionary<string, StringValues> fields)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(fields);
        return http.Request;
    }
}
