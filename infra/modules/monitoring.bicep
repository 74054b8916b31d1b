metadata description = 'Where the host and the app write their logs, traces and metrics. Telemetry is accepted from identities only, not from whoever knows the connection string.'

import { Tags } from '../names.bicep'

@description('Region.')
param location string

@description('Name of the Log Analytics workspace.')
param logsName string

@description('Name of the Application Insights component.')
param insightsName string

@description('For how many days telemetry is kept.')
@allowed([30, 60, 90, 120, 180, 270, 365, 550, 730])
param retentionDays int

@description('Tags.')
param tags Tags

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: logsName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}
