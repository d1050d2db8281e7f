// Key Vault for the standard size: it holds the one secret there is. The dev size has none.
param name string
param location string
param readerPrincipalId string
param workspaceId string
param postgresHost string
param postgresDatabase string
param postgresAdministrator string

@secure()
param postgresPassword string

param tags object

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv${uniqueString(resourceGroup().id, name)}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }

  resource database 'secrets' = {
    name: 'database'
    properties: {
      contentType: 'PostgreSQL connection string'
      value: 'Host=${postgresHost};Database=${postgresDatabase};Username=${postgresAdministrator};Password=${postgresPassword};Ssl Mode=VerifyFull'
    }
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerPrincipalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      { categoryGroup: 'audit', enabled: true }
    ]
  }
}

output databaseSecretUri string = vault::database.properties.secretUri
