using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>The keys that guard sessions and forms, in the database: so that a restart or a second instance signs nobody out.</summary>
internal sealed class StoredKeys(IServiceProvider services, TimeProvider clock) : IXmlRepository
{
    // Found when first used: the framework makes this one while the service is put together, before the settings were looked at.
    private IDbContextFactory<ConnectDb> Contexts => services.GetRequiredService<IDbContextFactory<ConnectDb>>();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = Contexts.CreateDbContext();
        return [.. db.SessionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = Contexts.CreateDbContext();
        db.SessionKeys.Add(new SessionKey { Id = Guid.CreateVersion7(clock.GetUtcNow()), Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
