metadata description = 'A storage account, closed by default. main.bicep makes three of them and says why.'

import { Tags } from '../names.bicep'

@description('Region.')
param location string

@description('Account name, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Redundancy.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param redundancy string

@description('Whether account keys open the account. False, but for the one that an SMB mount needs a key for.')
param allowsKeys bool = false

@description('Blob containers. None is public.')
param containers string[] = []

@description('Tables.')
param tables string[] = []

@description('Azure Files share; empty for none.')
param share string = ''

@description('Upper limit of the share, in GiB.')
@minValue(1)
@maxValue(102400)
param shareQuotaGiB int = 100

@description('Keep the versions of blobs that are overwritten.')
param keepsVersions bool = false

@description('For how many days what was deleted (blobs, containers, shares) can be brought back; null for not at all.')
@minValue(1)
@maxValue(365)
param keepsDeletedDays int?

@description('Tags.')
param tags Tags

var deleteRetention = {
  enabled: keepsDeletedDays != null
  days: keepsDeletedDays
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: allowsKeys
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: keepsVersions
    deleteRetentionPolicy: deleteRetention
    containerDeleteRetentionPolicy: deleteRetention
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = if (!empty(tables)) {
  parent: account
  name: 'default'
}

resource storageTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

resource fileService 'Microsoft.Storage/storageAccounts/fileServices@2024-01-01' = if (!empty(share)) {
  parent: account
  name: 'default'
  properties: {
    shareDeleteRetentionPolicy: deleteRetention
  }
}

resource fileShare 'Microsoft.Storage/storageAccounts/fileServices/shares@2024-01-01' = if (!empty(share)) {
  parent: fileService
  name: share
  properties: {
    accessTier: 'TransactionOptimized'
    enabledProtocols: 'SMB'
    shareQuota: shareQuotaGiB
  }
}
