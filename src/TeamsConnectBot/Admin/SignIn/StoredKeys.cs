using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// Keeps the keys that protect sessions and forms in the database, so that a restart or a second instance signs nobody out.
/// </summary>
internal sealed class StoredKeys(IServiceProvider services, TimeProvider clock) : IXmlRepository
{
    // Resolved on first use: the framework creates this object at startup, before the options are validated.
    private IDbContextFactory<ConnectDb> Contexts => services.GetRequiredService<IDbContextFactory<ConnectDb>>();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = Contexts.CreateDbContext();
        return [.. db.SessionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = Contexts.CreateDbContext();
        db.SessionKeys.Add(new SessionKey { Id = clock.NewId(), Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
