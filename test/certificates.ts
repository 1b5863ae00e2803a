export * from '@/scripts/demo/certificates'
