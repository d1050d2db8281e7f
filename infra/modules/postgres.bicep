// PostgreSQL for the standard size. Nobody signs in with a password: the managed identity is the administrator, and its tokens are
// renewed by the service. It creates the database itself at its first start, and so owns it.
param name string
param location string

@description('The managed identity\'s name, which is its role in PostgreSQL.')
param identityName string

@description('The managed identity\'s object id.')
param identityPrincipalId string

param subnetId string
param dnsZoneId string
param workspaceId string
param tags object

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-pg-${uniqueString(resourceGroup().id)}'
  location: location
  tags: tags
  sku: {
    name: 'Standard_B2s'
    tier: 'Burstable'
  }
  properties: {
    version: '16'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    storage: {
      storageSizeGB: 32
    }
    backup: {
      backupRetentionDays: 7
      geoRedundantBackup: 'Disabled'
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
    }
    highAvailability: {
      mode: 'Disabled'
    }
  }

  resource administrator 'administrators' = {
    name: identityPrincipalId
    properties: {
      principalName: identityName
      principalType: 'ServicePrincipal'
      tenantId: tenant().tenantId
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: server
  properties: {
    workspaceId: workspaceId
    // Leave log_statement off on the server: with it on, these logs would hold what people told the service.
    logs: [
      { category: 'PostgreSQLLogs', enabled: true }
    ]
    metrics: [
      { category: 'AllMetrics', enabled: true }
    ]
  }
}

output host string = server.properties.fullyQualifiedDomainName
