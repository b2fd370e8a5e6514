using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Domain.Cycles;
using SenSupport.Web.Features;
using SenSupport.Web.Tests.Features.Cycles;
using SenSupport.Web.Tests.Infrastructure;

namespace SenSupport.Web.Tests.Architecture;

[Collection(nameof(TestApp))]
public sealed class RouteParametersTests(TestApp app)
{
    [Fact]
    public void RouteParameter_WhateverTheAction_ComesFromTheAddressAlone()
    {
        var checkedOnes = 0;
        foreach (var action in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>())
        {
            var named = RouteParameters.Names(action.AttributeRouteInfo!.Template!).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var parameter in action.Parameters.Where(parameter => named.Contains(parameter.Name)))
            {
                checkedOnes++;
                Assert.True(parameter.BindingInfo?.BindingSource == BindingSource.Path, $"{action.DisplayName}: {parameter.Name} can come from elsewhere than the address");
            }
        }

        Assert.True(checkedOnes > 100, $"Only {checkedOnes} parameters were found");
    }

    [Fact]
    public async Task RouteParameter_WhenAFormPostsAFieldOfItsName_IsNotOverridden()
    {
        var pupil = await app.School.AddPupilAsync("Overridden", "Ola", CycleStage.Do, closedCycles: 1);
        var other = await app.School.AddPupilAsync("Overriding", "Ove", CycleStage.Do);
        var client = await app.AsAsync("senco");
        var form = (await client.GetPageAsync($"{pupil.CyclePath}/do")).FormFields("form[action$='/notes']");

        using var answer = await client.PostAsync($"{pupil.CyclePath}/do/notes", form.With(("Text", "Only here"), ("number", "1"), ("pupilId", $"{other.Id}"), ("cycle", "1")));

        Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains((await app.ReadCycleAsync(pupil)).Notes, note => note.Text == "Only here");
        Assert.Empty((await app.ReadCycleAsync(other)).Notes);
    }
}
