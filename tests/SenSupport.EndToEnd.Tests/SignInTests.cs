using SenSupport.EndToEnd.Tests.Infrastructure;

namespace SenSupport.EndToEnd.Tests;

[Collection(nameof(SharedBrowser))]
public sealed class SignInTests(SharedBrowser shared)
{
    [Fact]
    public async Task SignIn_WhenThePasswordIsWrong_SaysOneThingAndKeepsTheAddress()
    {
        await using var visit = await shared.OpenAsync(Screen.Phone);
        visit.Expects(400);
        await visit.GoAsync("/account/sign-in");
        await visit.CheckPageAsync();
        await visit.Page.GetByLabel("Email address").FillAsync("senco@demo.example");
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("Not-the-password-1");
        await visit.PressAsync("Sign in");
        Assert.Equal("senco@demo.example", await visit.Page.GetByLabel("Email address").InputValueAsync());
        await visit.CheckPageAsync();
    }
}
