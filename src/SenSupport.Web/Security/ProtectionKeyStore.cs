using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Keeps data-protection keys in the database: cookies and forms survive a restart and are good on every server.</summary>
public sealed class ProtectionKeyStore(PlainDatabase database, IServiceScopeFactory scopes) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. database.ReadTexts("SELECT Xml FROM ProtectionKeys").Select(xml => XElement.Parse(xml))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SenSupportDbContext>();
        db.ProtectionKeys.Add(new ProtectionKey { Id = Guid.CreateVersion7(), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
