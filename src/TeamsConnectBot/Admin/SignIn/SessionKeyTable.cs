using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Admin.SignIn;

internal sealed class SessionKeyTable : IEntityTypeConfiguration<SessionKey>
{
    public void Configure(EntityTypeBuilder<SessionKey> key) => key.ToTable("SessionKeys").HasKey(x => x.Id);
}
