#Signature file v4.1
#Version 

CLSS public abstract interface java.io.Serializable

CLSS public abstract interface java.lang.AutoCloseable
meth public abstract void close() throws java.lang.Exception

CLSS public abstract interface java.lang.Comparable<%0 extends java.lang.Object>
meth public abstract int compareTo({java.lang.Comparable%0})

CLSS public abstract java.lang.Enum<%0 extends java.lang.Enum<{java.lang.Enum%0}>>
cons protected init(java.lang.String,int)
innr public final static EnumDesc
intf java.io.Serializable
intf java.lang.Comparable<{java.lang.Enum%0}>
intf java.lang.constant.Constable
meth protected final java.lang.Object clone() throws java.lang.CloneNotSupportedException
meth protected final void finalize()
meth public final boolean equals(java.lang.Object)
meth public final int compareTo({java.lang.Enum%0})
meth public final int hashCode()
meth public final int ordinal()
meth public final java.lang.Class<{java.lang.Enum%0}> getDeclaringClass()
meth public final java.lang.String name()
meth public final java.util.Optional<java.lang.Enum$EnumDesc<{java.lang.Enum%0}>> describeConstable()
meth public java.lang.String toString()
meth public static <%0 extends java.lang.Enum<{%%0}>> {%%0} valueOf(java.lang.Class<{%%0}>,java.lang.String)
supr java.lang.Object
hfds name,ordinal

CLSS public java.lang.Exception
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
supr java.lang.Throwable
hfds serialVersionUID

CLSS public java.lang.Object
cons public init()
meth protected java.lang.Object clone() throws java.lang.CloneNotSupportedException
meth protected void finalize() throws java.lang.Throwable
 anno 0 java.lang.Deprecated(boolean forRemoval=false, java.lang.String since="9")
meth public boolean equals(java.lang.Object)
meth public final java.lang.Class<?> getClass()
meth public final void notify()
meth public final void notifyAll()
meth public final void wait() throws java.lang.InterruptedException
meth public final void wait(long) throws java.lang.InterruptedException
meth public final void wait(long,int) throws java.lang.InterruptedException
meth public int hashCode()
meth public java.lang.String toString()

CLSS public abstract java.lang.Record
cons protected init()
meth public abstract boolean equals(java.lang.Object)
meth public abstract int hashCode()
meth public abstract java.lang.String toString()
supr java.lang.Object

CLSS public java.lang.RuntimeException
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
supr java.lang.Exception
hfds serialVersionUID

CLSS public java.lang.Throwable
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
intf java.io.Serializable
meth public final java.lang.Throwable[] getSuppressed()
meth public final void addSuppressed(java.lang.Throwable)
meth public java.lang.StackTraceElement[] getStackTrace()
meth public java.lang.String getLocalizedMessage()
meth public java.lang.String getMessage()
meth public java.lang.String toString()
meth public java.lang.Throwable fillInStackTrace()
meth public java.lang.Throwable getCause()
meth public java.lang.Throwable initCause(java.lang.Throwable)
meth public void printStackTrace()
meth public void printStackTrace(java.io.PrintStream)
meth public void printStackTrace(java.io.PrintWriter)
meth public void setStackTrace(java.lang.StackTraceElement[])
supr java.lang.Object
hfds CAUSE_CAPTION,EMPTY_THROWABLE_ARRAY,NULL_CAUSE_MESSAGE,SELF_SUPPRESSION_MESSAGE,SUPPRESSED_CAPTION,SUPPRESSED_SENTINEL,UNASSIGNED_STACK,backtrace,cause,depth,detailMessage,serialVersionUID,stackTrace,suppressedExceptions
hcls PrintStreamOrWriter,SentinelHolder,WrappedPrintStream,WrappedPrintWriter

CLSS public abstract interface java.lang.constant.Constable
meth public abstract java.util.Optional<? extends java.lang.constant.ConstantDesc> describeConstable()

CLSS public abstract interface java.security.Principal
meth public abstract boolean equals(java.lang.Object)
meth public abstract int hashCode()
meth public abstract java.lang.String getName()
meth public abstract java.lang.String toString()
meth public boolean implies(javax.security.auth.Subject)

CLSS public final org.kontor.api.account.Account
cons public init(org.kontor.api.record.RecordHeader,org.kontor.api.record.FieldValues,java.util.List<org.kontor.api.record.CrossReference>)
fld public final static java.util.UUID OPERATOR
meth public boolean closed()
meth public boolean lab()
meth public boolean labsForNewMembers()
meth public boolean sandbox()
meth public boolean suspended()
meth public java.lang.String responsible()
meth public java.util.List<java.lang.String> tags()
meth public java.util.UUID convertedTo()
meth public java.util.UUID customerId()
meth public org.kontor.api.account.AccountType accountType()
meth public org.kontor.api.account.Stage stage()
meth public org.kontor.api.record.RecordType type()
supr org.kontor.api.record.BusinessRecord

CLSS public final !enum org.kontor.api.account.AccountField
fld public final static org.kontor.api.account.AccountField CLOSED
fld public final static org.kontor.api.account.AccountField CODE
fld public final static org.kontor.api.account.AccountField CONVERTED_TO
fld public final static org.kontor.api.account.AccountField CUSTOMER
fld public final static org.kontor.api.account.AccountField LAB
fld public final static org.kontor.api.account.AccountField LABS_FOR_NEW_MEMBERS
fld public final static org.kontor.api.account.AccountField NAME
fld public final static org.kontor.api.account.AccountField RESPONSIBLE
fld public final static org.kontor.api.account.AccountField SANDBOX
fld public final static org.kontor.api.account.AccountField STAGE
fld public final static org.kontor.api.account.AccountField SUSPENDED
fld public final static org.kontor.api.account.AccountField TAGS
fld public final static org.kontor.api.account.AccountField TYPE
intf org.kontor.api.record.Field
meth public org.kontor.api.record.FieldSpec spec()
meth public static org.kontor.api.account.AccountField valueOf(java.lang.String)
meth public static org.kontor.api.account.AccountField[] values()
supr java.lang.Enum<org.kontor.api.account.AccountField>
hfds spec

CLSS public final !enum org.kontor.api.account.AccountType
fld public final static org.kontor.api.account.AccountType CUSTOMER
fld public final static org.kontor.api.account.AccountType ENTERPRISE
fld public final static org.kontor.api.account.AccountType OPERATOR
fld public final static org.kontor.api.account.AccountType PARTNER
fld public final static org.kontor.api.account.AccountType UNIT
meth public java.util.Set<org.kontor.api.account.AccountType> holds()
meth public static java.util.Set<org.kontor.api.account.AccountType> ofCustomers()
meth public static org.kontor.api.account.AccountType valueOf(java.lang.String)
meth public static org.kontor.api.account.AccountType[] values()
supr java.lang.Enum<org.kontor.api.account.AccountType>

CLSS public abstract interface org.kontor.api.account.Accounts
fld public final static int MAX_DEPTH = 12
intf org.kontor.api.record.RecordService<org.kontor.api.account.Account>
meth public abstract org.kontor.api.account.Account move(org.kontor.api.call.CallContext,java.util.UUID,long,java.util.UUID)
meth public abstract org.kontor.api.call.CallContext within(org.kontor.api.call.CallContext,java.util.UUID)

CLSS public final org.kontor.api.account.Conversion
cons public init(java.util.Set<java.lang.String>,java.util.List<org.kontor.api.account.Conversion$Invitee>,java.util.Set<java.lang.String>)
fld public final static int MAX = 100
fld public final static int MAX_ITEMS = 10000
innr public final static Invitee
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.account.Conversion$Invitee> invited()
meth public java.util.Set<java.lang.String> colleagues()
meth public java.util.Set<java.lang.String> contentKinds()
supr java.lang.Record
hfds colleagues,contentKinds,invited

CLSS public final static org.kontor.api.account.Conversion$Invitee
 outer org.kontor.api.account.Conversion
cons public init(java.lang.String,java.lang.String,java.lang.String,boolean)
meth public boolean later()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String language()
meth public java.lang.String name()
supr java.lang.Record
hfds email,language,later,name

CLSS public abstract interface org.kontor.api.account.Conversions
meth public abstract org.kontor.api.account.Converted convert(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.account.Conversion)
meth public abstract org.kontor.api.account.Converted review(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.account.Conversion)

CLSS public final org.kontor.api.account.Converted
cons public init(boolean,org.kontor.api.account.Account,org.kontor.api.account.Account,org.kontor.api.account.Account,int,java.util.List<org.kontor.api.account.Opening$NewMember>,java.util.List<org.kontor.api.account.Opening$NewMail>)
meth public boolean stored()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int copied()
meth public java.util.List<org.kontor.api.account.Opening$NewMail> mails()
meth public java.util.List<org.kontor.api.account.Opening$NewMember> members()
meth public org.kontor.api.account.Account account()
meth public org.kontor.api.account.Account lab()
meth public org.kontor.api.account.Account lead()
supr java.lang.Record
hfds account,copied,lab,lead,mails,members,stored

CLSS public final org.kontor.api.account.FirstAdministrators
cons public init(org.kontor.api.account.FirstAdministrators$Who,java.lang.String,java.lang.String,java.lang.String,boolean,boolean)
fld public final static org.kontor.api.account.FirstAdministrators ME
innr public final static !enum Who
meth public boolean later()
meth public boolean partnerToo()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String language()
meth public java.lang.String name()
meth public org.kontor.api.account.FirstAdministrators$Who who()
supr java.lang.Record
hfds email,language,later,name,partnerToo,who

CLSS public final static !enum org.kontor.api.account.FirstAdministrators$Who
 outer org.kontor.api.account.FirstAdministrators
fld public final static org.kontor.api.account.FirstAdministrators$Who BOTH
fld public final static org.kontor.api.account.FirstAdministrators$Who CUSTOMER
fld public final static org.kontor.api.account.FirstAdministrators$Who ME
meth public static org.kontor.api.account.FirstAdministrators$Who valueOf(java.lang.String)
meth public static org.kontor.api.account.FirstAdministrators$Who[] values()
supr java.lang.Enum<org.kontor.api.account.FirstAdministrators$Who>

CLSS public final org.kontor.api.account.NewAccount
cons public init(java.util.UUID,org.kontor.api.record.FieldValues,org.kontor.api.record.FieldValues,org.kontor.api.account.PlanChoice,org.kontor.api.account.FirstAdministrators)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.UUID customerId()
meth public org.kontor.api.account.FirstAdministrators administrators()
meth public org.kontor.api.account.PlanChoice plan()
meth public org.kontor.api.record.FieldValues account()
meth public org.kontor.api.record.FieldValues customer()
supr java.lang.Record
hfds account,administrators,customer,customerId,plan

CLSS public final org.kontor.api.account.Opening
cons public init(boolean,org.kontor.api.customer.Customer,boolean,org.kontor.api.account.Account,org.kontor.api.account.Account,org.kontor.api.account.PlanChoice,java.util.List<org.kontor.api.account.Opening$NewMember>,java.util.List<org.kontor.api.account.Opening$NewMail>)
innr public final static NewMail
innr public final static NewMember
meth public boolean customerIsNew()
meth public boolean stored()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.account.Opening$NewMail> mails()
meth public java.util.List<org.kontor.api.account.Opening$NewMember> members()
meth public org.kontor.api.account.Account account()
meth public org.kontor.api.account.Account lab()
meth public org.kontor.api.account.PlanChoice plan()
meth public org.kontor.api.customer.Customer customer()
supr java.lang.Record
hfds account,customer,customerIsNew,lab,mails,members,plan,stored

CLSS public final static org.kontor.api.account.Opening$NewMail
 outer org.kontor.api.account.Opening
cons public init(java.lang.String,java.lang.String,java.lang.String,boolean)
meth public boolean later()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String kind()
meth public java.lang.String language()
meth public java.lang.String to()
supr java.lang.Record
hfds kind,language,later,to

CLSS public final static org.kontor.api.account.Opening$NewMember
 outer org.kontor.api.account.Opening
cons public init(java.util.UUID,java.lang.String,java.lang.String,java.lang.String,java.util.Set<org.kontor.api.call.Role>,boolean)
meth public boolean isNew()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String login()
meth public java.lang.String name()
meth public java.util.Set<org.kontor.api.call.Role> roles()
meth public java.util.UUID account()
supr java.lang.Record
hfds account,email,isNew,login,name,roles

CLSS public abstract interface org.kontor.api.account.Openings
meth public abstract org.kontor.api.account.Opening open(org.kontor.api.call.CallContext,org.kontor.api.account.NewAccount)
meth public abstract org.kontor.api.account.Opening review(org.kontor.api.call.CallContext,org.kontor.api.account.NewAccount)

CLSS public final org.kontor.api.account.PlanChoice
cons public init(org.kontor.api.account.PlanChoice$Kind,java.lang.Integer)
fld public final static int MAX_QUANTITY = 1000000
fld public final static int TRIAL_QUANTITY = 5
innr public final static !enum Kind
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Integer quantity()
meth public org.kontor.api.account.PlanChoice$Kind kind()
supr java.lang.Record
hfds kind,quantity

CLSS public final static !enum org.kontor.api.account.PlanChoice$Kind
 outer org.kontor.api.account.PlanChoice
fld public final static org.kontor.api.account.PlanChoice$Kind PURCHASED
fld public final static org.kontor.api.account.PlanChoice$Kind TRIAL
meth public static org.kontor.api.account.PlanChoice$Kind valueOf(java.lang.String)
meth public static org.kontor.api.account.PlanChoice$Kind[] values()
supr java.lang.Enum<org.kontor.api.account.PlanChoice$Kind>

CLSS public abstract interface org.kontor.api.account.PlanChoices
meth public abstract java.util.Optional<org.kontor.api.account.PlanChoice> get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.account.PlanChoice choose(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.account.PlanChoice)

CLSS public final !enum org.kontor.api.account.Stage
fld public final static org.kontor.api.account.Stage CONVERTED
fld public final static org.kontor.api.account.Stage CUSTOMER
fld public final static org.kontor.api.account.Stage LEAD
meth public static org.kontor.api.account.Stage valueOf(java.lang.String)
meth public static org.kontor.api.account.Stage[] values()
supr java.lang.Enum<org.kontor.api.account.Stage>

CLSS abstract interface org.kontor.api.account.package-info

CLSS public final org.kontor.api.alert.Alert
cons public init(java.util.UUID,java.lang.String,java.lang.String,java.lang.String,java.time.Instant,java.time.Instant,java.util.List<org.kontor.api.alert.Alert$Delivery>)
innr public final static !enum State
innr public final static Delivery
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String kind()
meth public java.lang.String message()
meth public java.lang.String subject()
meth public java.time.Instant ended()
meth public java.time.Instant since()
meth public java.util.List<org.kontor.api.alert.Alert$Delivery> deliveries()
meth public java.util.UUID id()
supr java.lang.Record
hfds deliveries,ended,id,kind,message,since,subject

CLSS public final static org.kontor.api.alert.Alert$Delivery
 outer org.kontor.api.alert.Alert
cons public init(java.util.UUID,java.lang.String,boolean,org.kontor.api.alert.Alert$State,int,java.time.Instant,java.lang.String)
meth public boolean end()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int attempts()
meth public java.lang.String channel()
meth public java.lang.String error()
meth public java.time.Instant next()
meth public java.util.UUID id()
meth public org.kontor.api.alert.Alert$State state()
supr java.lang.Record
hfds attempts,channel,end,error,id,next,state

CLSS public final static !enum org.kontor.api.alert.Alert$State
 outer org.kontor.api.alert.Alert
fld public final static org.kontor.api.alert.Alert$State DROPPED
fld public final static org.kontor.api.alert.Alert$State SENDING
fld public final static org.kontor.api.alert.Alert$State SENT
fld public final static org.kontor.api.alert.Alert$State WAITING
meth public static org.kontor.api.alert.Alert$State valueOf(java.lang.String)
meth public static org.kontor.api.alert.Alert$State[] values()
supr java.lang.Enum<org.kontor.api.alert.Alert$State>

CLSS public abstract interface org.kontor.api.alert.Alerts
fld public final static int MAX_LISTED = 200
innr public final static Tried
meth public abstract boolean enabled()
meth public abstract java.util.List<org.kontor.api.alert.Alert> list(org.kontor.api.call.CallContext,boolean,int)
meth public abstract java.util.List<org.kontor.api.alert.Alerts$Tried> test(org.kontor.api.call.CallContext)

CLSS public final static org.kontor.api.alert.Alerts$Tried
 outer org.kontor.api.alert.Alerts
cons public init(java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String channel()
meth public java.lang.String error()
meth public java.lang.String target()
supr java.lang.Record
hfds channel,error,target

CLSS abstract interface org.kontor.api.alert.package-info

CLSS public final !enum org.kontor.api.audit.AuditAction
fld public final static org.kontor.api.audit.AuditAction ARCHIVE
fld public final static org.kontor.api.audit.AuditAction CREATE
fld public final static org.kontor.api.audit.AuditAction DELETE
fld public final static org.kontor.api.audit.AuditAction LINK
fld public final static org.kontor.api.audit.AuditAction UNARCHIVE
fld public final static org.kontor.api.audit.AuditAction UPDATE
meth public static org.kontor.api.audit.AuditAction valueOf(java.lang.String)
meth public static org.kontor.api.audit.AuditAction[] values()
supr java.lang.Enum<org.kontor.api.audit.AuditAction>

CLSS public final org.kontor.api.audit.AuditEntry
cons public init(java.util.UUID,java.time.Instant,java.lang.String,java.lang.String,java.lang.String,org.kontor.api.audit.AuditAction,java.lang.String,java.util.UUID,long,java.util.List<org.kontor.api.audit.FieldChange>,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String actor()
meth public java.lang.String correlation()
meth public java.lang.String onBehalfOf()
meth public java.lang.String recordType()
meth public java.lang.String source()
meth public java.time.Instant at()
meth public java.util.List<org.kontor.api.audit.FieldChange> changes()
meth public java.util.UUID id()
meth public java.util.UUID recordId()
meth public long version()
meth public org.kontor.api.audit.AuditAction action()
supr java.lang.Record
hfds action,actor,at,changes,correlation,id,onBehalfOf,recordId,recordType,source,version

CLSS public final org.kontor.api.audit.AuditQuery
cons public init(org.kontor.api.record.RecordType,java.util.UUID,java.lang.String,java.lang.String,java.time.Instant,java.time.Instant,int,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.String actor()
meth public java.lang.String cursor()
meth public java.lang.String source()
meth public java.time.Instant from()
meth public java.time.Instant until()
meth public java.util.UUID id()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds actor,cursor,from,id,limit,source,type,until

CLSS public abstract interface org.kontor.api.audit.AuditTrail
meth public abstract org.kontor.api.record.Page<org.kontor.api.audit.AuditEntry> find(org.kontor.api.call.CallContext,org.kontor.api.audit.AuditQuery)
meth public abstract org.kontor.api.record.Page<org.kontor.api.audit.AuditEntry> ofRecord(org.kontor.api.call.CallContext,org.kontor.api.record.RecordType,java.util.UUID,int,java.lang.String)

CLSS public final org.kontor.api.audit.FieldChange
cons public init(java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String after()
meth public java.lang.String before()
meth public java.lang.String field()
supr java.lang.Record
hfds after,before,field

CLSS abstract interface org.kontor.api.audit.package-info

CLSS public final org.kontor.api.brand.AccountBrand
cons public init(java.util.UUID,java.lang.String,java.lang.String,java.util.Map<java.lang.String,java.lang.String>,org.kontor.api.brand.AccountBrand$Logo,long)
innr public final static Logo
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String colour()
meth public java.lang.String name()
meth public java.util.Map<java.lang.String,java.lang.String> texts()
meth public java.util.UUID account()
meth public long version()
meth public org.kontor.api.brand.AccountBrand$Logo logo()
supr java.lang.Record
hfds account,colour,logo,name,texts,version

CLSS public final static org.kontor.api.brand.AccountBrand$Logo
 outer org.kontor.api.brand.AccountBrand
cons public init(java.lang.String,int,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int size()
meth public java.lang.String mediaType()
meth public java.lang.String sha256()
supr java.lang.Record
hfds mediaType,sha256,size

CLSS public final org.kontor.api.brand.BrandParts
cons public init(java.lang.String,java.lang.String,java.util.Map<java.lang.String,java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String colour()
meth public java.lang.String name()
meth public java.util.Map<java.lang.String,java.lang.String> texts()
supr java.lang.Record
hfds colour,name,texts

CLSS public abstract interface org.kontor.api.brand.Brands
fld public final static int MAX_LOGO = 200000
meth public abstract byte[] logo(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.brand.AccountBrand get(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.brand.AccountBrand put(org.kontor.api.call.CallContext,java.lang.Long,org.kontor.api.brand.BrandParts)
meth public abstract org.kontor.api.brand.AccountBrand putLogo(org.kontor.api.call.CallContext,java.lang.Long,java.io.InputStream)
meth public abstract org.kontor.api.brand.AccountBrand removeLogo(org.kontor.api.call.CallContext,long)
meth public abstract void delete(org.kontor.api.call.CallContext,long)

CLSS abstract interface org.kontor.api.brand.package-info

CLSS public abstract interface org.kontor.api.bulk.Bulk
fld public final static int KEY_SPACE = 12
fld public final static int MAX_ROWS = 1000
meth public abstract java.util.List<org.kontor.api.bulk.BulkResult> write(org.kontor.api.call.CallContext,java.util.List<org.kontor.api.bulk.BulkRow>)

CLSS public final !enum org.kontor.api.bulk.BulkAction
fld public final static org.kontor.api.bulk.BulkAction ARCHIVE
fld public final static org.kontor.api.bulk.BulkAction CREATE
fld public final static org.kontor.api.bulk.BulkAction UNARCHIVE
fld public final static org.kontor.api.bulk.BulkAction UPDATE
fld public final static org.kontor.api.bulk.BulkAction UPSERT
meth public static org.kontor.api.bulk.BulkAction valueOf(java.lang.String)
meth public static org.kontor.api.bulk.BulkAction[] values()
supr java.lang.Enum<org.kontor.api.bulk.BulkAction>

CLSS public final org.kontor.api.bulk.BulkResult
cons public init(org.kontor.api.record.RecordType,org.kontor.api.sync.Outcome,java.util.UUID,java.lang.String,long,java.lang.String,java.lang.String,java.util.List<org.kontor.api.error.Violation>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.lang.String error()
meth public java.lang.String message()
meth public java.util.List<org.kontor.api.error.Violation> violations()
meth public java.util.UUID id()
meth public long version()
meth public org.kontor.api.record.RecordType type()
meth public org.kontor.api.sync.Outcome outcome()
supr java.lang.Record
hfds code,error,id,message,outcome,type,version,violations

CLSS public final org.kontor.api.bulk.BulkRow
cons public init(org.kontor.api.record.RecordType,org.kontor.api.bulk.BulkAction,org.kontor.api.record.RecordKey,java.lang.Long,org.kontor.api.record.FieldValues,java.util.Map<org.kontor.api.record.Field,org.kontor.api.record.RecordKey>,org.kontor.api.error.KontorException)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Long version()
meth public java.util.Map<org.kontor.api.record.Field,org.kontor.api.record.RecordKey> references()
meth public org.kontor.api.bulk.BulkAction action()
meth public org.kontor.api.error.KontorException refusal()
meth public org.kontor.api.record.FieldValues values()
meth public org.kontor.api.record.RecordKey key()
meth public org.kontor.api.record.RecordType type()
meth public static org.kontor.api.bulk.BulkRow refused(org.kontor.api.record.RecordType,org.kontor.api.error.KontorException)
supr java.lang.Record
hfds action,key,references,refusal,type,values,version

CLSS abstract interface org.kontor.api.bulk.package-info

CLSS public final org.kontor.api.call.Actor
cons public init(java.util.UUID,java.lang.String,java.util.UUID,java.util.Set<org.kontor.api.call.Role>)
cons public init(java.util.UUID,java.lang.String,java.util.UUID,java.util.Set<org.kontor.api.call.Role>,java.util.Set<org.kontor.api.call.Role>,org.kontor.api.people.TokenScope)
meth public boolean enters()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.util.Set<org.kontor.api.call.Role> memberRoles()
meth public java.util.Set<org.kontor.api.call.Role> roles()
meth public java.util.Set<org.kontor.api.call.Role> rolesAbove()
meth public java.util.UUID account()
meth public java.util.UUID id()
meth public org.kontor.api.people.TokenScope token()
supr java.lang.Record
hfds account,id,memberRoles,name,rolesAbove,token

CLSS public final org.kontor.api.call.CallContext
cons public init(org.kontor.api.call.Actor,org.kontor.api.call.Actor,org.kontor.api.call.Source,java.lang.String,org.kontor.api.call.RequestKey)
meth public boolean isForOperator()
meth public boolean looksAfterPeople()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String correlation()
meth public java.util.UUID scope()
meth public org.kontor.api.call.Actor actor()
meth public org.kontor.api.call.Actor onBehalfOf()
meth public org.kontor.api.call.CallContext as(org.kontor.api.call.Actor)
meth public org.kontor.api.call.CallContext ofOperator()
meth public org.kontor.api.call.CallContext withRequest(org.kontor.api.call.RequestKey)
meth public org.kontor.api.call.RequestKey request()
meth public org.kontor.api.call.Source source()
meth public static org.kontor.api.call.CallContext of(org.kontor.api.call.Actor,org.kontor.api.call.Source)
meth public void requireAdministrator()
meth public void requireContentReader()
meth public void requireContentWriter()
meth public void requireDeclarer()
meth public void requireIntegration()
meth public void requireInviter()
meth public void requirePeople()
meth public void requireReader()
meth public void requireWriter()
supr java.lang.Record
hfds actor,correlation,onBehalfOf,request,source

CLSS public final !enum org.kontor.api.call.Permission
fld public final static org.kontor.api.call.Permission ADMINISTER
fld public final static org.kontor.api.call.Permission INTEGRATE
fld public final static org.kontor.api.call.Permission PEOPLE
fld public final static org.kontor.api.call.Permission READ
fld public final static org.kontor.api.call.Permission WRITE
meth public static org.kontor.api.call.Permission valueOf(java.lang.String)
meth public static org.kontor.api.call.Permission[] values()
supr java.lang.Enum<org.kontor.api.call.Permission>

CLSS public final org.kontor.api.call.RequestKey
cons public init(java.lang.String,java.lang.String,java.lang.Runnable)
fld public final static int MAX_LENGTH = 200
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Runnable repeated()
meth public java.lang.String digest()
meth public java.lang.String key()
meth public org.kontor.api.call.RequestKey whenRepeated(java.lang.Runnable)
meth public static org.kontor.api.call.RequestKey of(java.lang.String,java.lang.String,java.lang.String)
supr java.lang.Record
hfds digest,key,repeated

CLSS public final !enum org.kontor.api.call.Role
fld public final static org.kontor.api.call.Role ACCOUNT_ADMIN
fld public final static org.kontor.api.call.Role BILLING
fld public final static org.kontor.api.call.Role CUSTOMER_SUCCESS
fld public final static org.kontor.api.call.Role INTEGRATION
fld public final static org.kontor.api.call.Role PARTNER_ADMIN
fld public final static org.kontor.api.call.Role PLATFORM_OPERATOR
fld public final static org.kontor.api.call.Role READ_ONLY
fld public final static org.kontor.api.call.Role SITE_ADMIN
fld public final static org.kontor.api.call.Role SUPER_ADMIN
fld public final static org.kontor.api.call.Role SUPPORT
meth public boolean administers()
meth public boolean allows(org.kontor.api.call.Permission)
meth public boolean isHeldIn(org.kontor.api.account.AccountType)
meth public boolean writesRecords()
meth public java.util.Set<org.kontor.api.call.Permission> permissions()
meth public org.kontor.api.call.Role inCustomerAccount()
meth public static org.kontor.api.call.Role administratorOf(org.kontor.api.account.AccountType)
meth public static org.kontor.api.call.Role valueOf(java.lang.String)
meth public static org.kontor.api.call.Role[] values()
supr java.lang.Enum<org.kontor.api.call.Role>
hfds heldIn,permissions

CLSS public final org.kontor.api.call.Source
cons public init(org.kontor.api.call.Source$Door,java.lang.String)
fld public final static org.kontor.api.call.Source REST
fld public final static org.kontor.api.call.Source SHELL
fld public final static org.kontor.api.call.Source SOAP
fld public final static org.kontor.api.call.Source SYSTEM
innr public final static !enum Door
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String name()
meth public java.lang.String toString()
meth public org.kontor.api.call.Source$Door door()
meth public static org.kontor.api.call.Source connection(java.lang.String)
supr java.lang.Record
hfds door,name

CLSS public final static !enum org.kontor.api.call.Source$Door
 outer org.kontor.api.call.Source
fld public final static org.kontor.api.call.Source$Door CONNECTION
fld public final static org.kontor.api.call.Source$Door CONSOLE
fld public final static org.kontor.api.call.Source$Door REST
fld public final static org.kontor.api.call.Source$Door SHELL
fld public final static org.kontor.api.call.Source$Door SOAP
fld public final static org.kontor.api.call.Source$Door SYSTEM
meth public static org.kontor.api.call.Source$Door valueOf(java.lang.String)
meth public static org.kontor.api.call.Source$Door[] values()
supr java.lang.Enum<org.kontor.api.call.Source$Door>

CLSS abstract interface org.kontor.api.call.package-info

CLSS public final org.kontor.api.content.ContentEdit
cons public init(java.lang.String,java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String body()
meth public java.lang.String description()
meth public java.lang.String link()
meth public java.lang.String name()
meth public java.lang.String toString()
supr java.lang.Record
hfds body,description,link,name

CLSS public final org.kontor.api.content.ContentFile
cons public init(java.lang.String,java.lang.String,long,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String mediaType()
meth public java.lang.String name()
meth public java.lang.String sha256()
meth public long size()
supr java.lang.Record
hfds mediaType,name,sha256,size

CLSS public final !enum org.kontor.api.content.ContentForm
fld public final static org.kontor.api.content.ContentForm BODY
fld public final static org.kontor.api.content.ContentForm FILE
fld public final static org.kontor.api.content.ContentForm LINK
meth public static org.kontor.api.content.ContentForm valueOf(java.lang.String)
meth public static org.kontor.api.content.ContentForm[] values()
supr java.lang.Enum<org.kontor.api.content.ContentForm>

CLSS public final org.kontor.api.content.ContentItem
cons public init(java.util.UUID,java.lang.String,java.lang.String,java.lang.String,org.kontor.api.content.ContentForm,java.lang.String,org.kontor.api.content.ContentFile,java.lang.String,long,org.kontor.api.record.Stamp,org.kontor.api.record.Stamp)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String body()
meth public java.lang.String description()
meth public java.lang.String kind()
meth public java.lang.String link()
meth public java.lang.String name()
meth public java.lang.String toString()
meth public java.util.UUID id()
meth public long version()
meth public org.kontor.api.content.ContentFile file()
meth public org.kontor.api.content.ContentForm form()
meth public org.kontor.api.record.Stamp changed()
meth public org.kontor.api.record.Stamp created()
supr java.lang.Record
hfds body,changed,created,description,file,form,id,kind,link,name,version

CLSS public final org.kontor.api.content.ContentQuery
cons public init(java.lang.String,java.lang.String,org.kontor.api.content.ContentQuery$Sort,boolean,int,java.lang.String)
innr public final static !enum Sort
meth public boolean descending()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.String cursor()
meth public java.lang.String kind()
meth public java.lang.String text()
meth public org.kontor.api.content.ContentQuery$Sort sort()
supr java.lang.Record
hfds cursor,descending,kind,limit,sort,text

CLSS public final static !enum org.kontor.api.content.ContentQuery$Sort
 outer org.kontor.api.content.ContentQuery
fld public final static org.kontor.api.content.ContentQuery$Sort CHANGED
fld public final static org.kontor.api.content.ContentQuery$Sort NAME
meth public static org.kontor.api.content.ContentQuery$Sort valueOf(java.lang.String)
meth public static org.kontor.api.content.ContentQuery$Sort[] values()
supr java.lang.Enum<org.kontor.api.content.ContentQuery$Sort>

CLSS public final org.kontor.api.content.ContentUpload
cons public init(java.io.InputStream,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.io.InputStream bytes()
meth public java.lang.String fileName()
meth public java.lang.String mediaType()
supr java.lang.Record
hfds bytes,fileName,mediaType

CLSS public abstract interface org.kontor.api.content.Contents
meth public abstract java.util.List<java.lang.String> kinds(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.content.ContentItem change(org.kontor.api.call.CallContext,java.util.UUID,long,org.kontor.api.content.ContentEdit)
meth public abstract org.kontor.api.content.ContentItem create(org.kontor.api.call.CallContext,org.kontor.api.content.NewContent)
meth public abstract org.kontor.api.content.ContentItem create(org.kontor.api.call.CallContext,org.kontor.api.content.NewContent,org.kontor.api.content.ContentUpload)
meth public abstract org.kontor.api.content.ContentItem get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.content.ContentItem putFile(org.kontor.api.call.CallContext,java.util.UUID,long,org.kontor.api.content.ContentUpload)
meth public abstract org.kontor.api.record.Page<org.kontor.api.content.ContentItem> find(org.kontor.api.call.CallContext,org.kontor.api.content.ContentQuery)
meth public abstract void delete(org.kontor.api.call.CallContext,java.util.UUID,long)
meth public abstract void writeFile(org.kontor.api.call.CallContext,java.util.UUID,java.lang.String,java.io.OutputStream)

CLSS public final org.kontor.api.content.NewContent
cons public init(java.lang.String,java.lang.String,java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String body()
meth public java.lang.String description()
meth public java.lang.String kind()
meth public java.lang.String link()
meth public java.lang.String name()
meth public java.lang.String toString()
supr java.lang.Record
hfds body,description,kind,link,name

CLSS abstract interface org.kontor.api.content.package-info

CLSS public abstract interface org.kontor.api.custom.CustomFields
fld public final static int MAX_CHOICES = 100
fld public final static int MAX_OF_TYPE = 50
meth public abstract java.util.List<org.kontor.api.custom.Declaration> list(org.kontor.api.call.CallContext,org.kontor.api.record.RecordType)
meth public abstract org.kontor.api.custom.Declaration change(org.kontor.api.call.CallContext,java.util.UUID,long,org.kontor.api.custom.DeclarationEdit)
meth public abstract org.kontor.api.custom.Declaration declare(org.kontor.api.call.CallContext,org.kontor.api.custom.NewDeclaration)
meth public abstract org.kontor.api.custom.Declaration get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.custom.Declaration setArchived(org.kontor.api.call.CallContext,java.util.UUID,java.lang.Long,boolean)
meth public abstract void delete(org.kontor.api.call.CallContext,java.util.UUID,long)

CLSS public final !enum org.kontor.api.custom.CustomType
fld public final static org.kontor.api.custom.CustomType CHOICE
fld public final static org.kontor.api.custom.CustomType DATE
fld public final static org.kontor.api.custom.CustomType FLAG
fld public final static org.kontor.api.custom.CustomType NUMBER
fld public final static org.kontor.api.custom.CustomType TEXT
meth public org.kontor.api.record.ValueType valueType()
meth public static org.kontor.api.custom.CustomType valueOf(java.lang.String)
meth public static org.kontor.api.custom.CustomType[] values()
supr java.lang.Enum<org.kontor.api.custom.CustomType>
hfds valueType

CLSS public final org.kontor.api.custom.Declaration
cons public init(java.util.UUID,java.util.UUID,org.kontor.api.record.RecordType,java.lang.String,java.lang.String,org.kontor.api.custom.CustomType,int,java.util.List<java.lang.String>,boolean,java.lang.String,boolean,long)
meth public boolean archived()
meth public boolean required()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int maxLength()
meth public java.lang.String help()
meth public java.lang.String key()
meth public java.lang.String label()
meth public java.util.List<java.lang.String> choices()
meth public java.util.UUID account()
meth public java.util.UUID id()
meth public long version()
meth public org.kontor.api.custom.CustomType type()
meth public org.kontor.api.record.CustomField field()
meth public org.kontor.api.record.RecordType recordType()
supr java.lang.Record
hfds account,archived,choices,help,id,key,label,maxLength,recordType,required,type,version

CLSS public final org.kontor.api.custom.DeclarationEdit
cons public init(java.lang.String,java.lang.String,java.lang.Boolean,java.util.List<java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Boolean required()
meth public java.lang.String help()
meth public java.lang.String label()
meth public java.util.List<java.lang.String> choices()
supr java.lang.Record
hfds choices,help,label,required

CLSS public final org.kontor.api.custom.NewDeclaration
cons public init(org.kontor.api.record.RecordType,java.lang.String,java.lang.String,org.kontor.api.custom.CustomType,java.lang.Integer,java.util.List<java.lang.String>,boolean,java.lang.String)
fld public final static int DEFAULT_LENGTH = 200
meth public !varargs org.kontor.api.custom.NewDeclaration withChoices(java.lang.String[])
meth public boolean required()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Integer maxLength()
meth public java.lang.String help()
meth public java.lang.String key()
meth public java.lang.String label()
meth public java.util.List<java.lang.String> choices()
meth public org.kontor.api.custom.CustomType type()
meth public org.kontor.api.custom.NewDeclaration mandatory()
meth public org.kontor.api.record.RecordType recordType()
meth public static org.kontor.api.custom.NewDeclaration optional(org.kontor.api.record.RecordType,java.lang.String,java.lang.String,org.kontor.api.custom.CustomType)
supr java.lang.Record
hfds choices,help,key,label,maxLength,recordType,required,type

CLSS abstract interface org.kontor.api.custom.package-info

CLSS public final org.kontor.api.customer.Contact
cons public init(java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String name()
meth public java.lang.String phone()
supr java.lang.Record
hfds email,name,phone

CLSS public final org.kontor.api.customer.Customer
cons public init(org.kontor.api.record.RecordHeader,org.kontor.api.record.FieldValues,java.util.List<org.kontor.api.record.CrossReference>)
meth public java.lang.String currency()
meth public java.lang.String email()
meth public java.lang.String language()
meth public java.lang.String phone()
meth public java.lang.String taxId()
meth public java.lang.String webAddress()
meth public java.util.List<java.lang.String> tags()
meth public org.kontor.api.customer.Contact billingContact()
meth public org.kontor.api.customer.CustomerKind kind()
meth public org.kontor.api.customer.Relation relation()
meth public org.kontor.api.record.Address address()
meth public org.kontor.api.record.Address billingAddress()
meth public org.kontor.api.record.RecordType type()
supr org.kontor.api.record.BusinessRecord

CLSS public final !enum org.kontor.api.customer.CustomerField
fld public final static org.kontor.api.customer.CustomerField ADDRESS_CITY
fld public final static org.kontor.api.customer.CustomerField ADDRESS_COUNTRY
fld public final static org.kontor.api.customer.CustomerField ADDRESS_LINES
fld public final static org.kontor.api.customer.CustomerField ADDRESS_POSTAL_CODE
fld public final static org.kontor.api.customer.CustomerField ADDRESS_REGION
fld public final static org.kontor.api.customer.CustomerField BILLING_ADDRESS_CITY
fld public final static org.kontor.api.customer.CustomerField BILLING_ADDRESS_COUNTRY
fld public final static org.kontor.api.customer.CustomerField BILLING_ADDRESS_LINES
fld public final static org.kontor.api.customer.CustomerField BILLING_ADDRESS_POSTAL_CODE
fld public final static org.kontor.api.customer.CustomerField BILLING_ADDRESS_REGION
fld public final static org.kontor.api.customer.CustomerField BILLING_CONTACT_EMAIL
fld public final static org.kontor.api.customer.CustomerField BILLING_CONTACT_NAME
fld public final static org.kontor.api.customer.CustomerField BILLING_CONTACT_PHONE
fld public final static org.kontor.api.customer.CustomerField CODE
fld public final static org.kontor.api.customer.CustomerField CURRENCY
fld public final static org.kontor.api.customer.CustomerField EMAIL
fld public final static org.kontor.api.customer.CustomerField KIND
fld public final static org.kontor.api.customer.CustomerField LANGUAGE
fld public final static org.kontor.api.customer.CustomerField NAME
fld public final static org.kontor.api.customer.CustomerField PHONE
fld public final static org.kontor.api.customer.CustomerField RELATION
fld public final static org.kontor.api.customer.CustomerField TAGS
fld public final static org.kontor.api.customer.CustomerField TAX_ID
fld public final static org.kontor.api.customer.CustomerField WEB_ADDRESS
intf org.kontor.api.record.Field
meth public org.kontor.api.record.FieldSpec spec()
meth public static org.kontor.api.customer.CustomerField valueOf(java.lang.String)
meth public static org.kontor.api.customer.CustomerField[] values()
supr java.lang.Enum<org.kontor.api.customer.CustomerField>
hfds spec

CLSS public final !enum org.kontor.api.customer.CustomerKind
fld public final static org.kontor.api.customer.CustomerKind COMPANY
fld public final static org.kontor.api.customer.CustomerKind INDIVIDUAL
meth public static org.kontor.api.customer.CustomerKind valueOf(java.lang.String)
meth public static org.kontor.api.customer.CustomerKind[] values()
supr java.lang.Enum<org.kontor.api.customer.CustomerKind>

CLSS public final org.kontor.api.customer.CustomerWithLocations
cons public init(org.kontor.api.customer.Customer,java.util.List<org.kontor.api.location.Location>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.location.Location> locations()
meth public org.kontor.api.customer.Customer customer()
supr java.lang.Record
hfds customer,locations

CLSS public abstract interface org.kontor.api.customer.Customers
intf org.kontor.api.record.RecordService<org.kontor.api.customer.Customer>
meth public abstract org.kontor.api.customer.CustomerWithLocations createWithLocations(org.kontor.api.call.CallContext,org.kontor.api.record.FieldValues,java.util.List<org.kontor.api.record.FieldValues>)

CLSS public final !enum org.kontor.api.customer.Relation
fld public final static org.kontor.api.customer.Relation DISTRIBUTOR
fld public final static org.kontor.api.customer.Relation END_CUSTOMER
meth public static org.kontor.api.customer.Relation valueOf(java.lang.String)
meth public static org.kontor.api.customer.Relation[] values()
supr java.lang.Enum<org.kontor.api.customer.Relation>

CLSS abstract interface org.kontor.api.customer.package-info

CLSS public final !enum org.kontor.api.domain.DomainProblem
fld public final static org.kontor.api.domain.DomainProblem NO_RECORD
fld public final static org.kontor.api.domain.DomainProblem OTHER_TEXT
fld public final static org.kontor.api.domain.DomainProblem REPLACED
fld public final static org.kontor.api.domain.DomainProblem UNREACHABLE
meth public java.lang.String message()
meth public static org.kontor.api.domain.DomainProblem valueOf(java.lang.String)
meth public static org.kontor.api.domain.DomainProblem[] values()
supr java.lang.Enum<org.kontor.api.domain.DomainProblem>
hfds message

CLSS public final !enum org.kontor.api.domain.DomainState
fld public final static org.kontor.api.domain.DomainState PENDING
fld public final static org.kontor.api.domain.DomainState PROVEN
meth public static org.kontor.api.domain.DomainState valueOf(java.lang.String)
meth public static org.kontor.api.domain.DomainState[] values()
supr java.lang.Enum<org.kontor.api.domain.DomainState>

CLSS public final org.kontor.api.domain.EmailDomain
cons public init(java.util.UUID,java.util.UUID,java.lang.String,java.lang.String,java.lang.String,java.time.Instant,java.time.Instant,java.time.Instant,org.kontor.api.domain.DomainProblem)
fld public final static java.lang.String LABEL = "_kontor."
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.lang.String recordName()
meth public java.lang.String recordText()
meth public java.time.Instant added()
meth public java.time.Instant checked()
meth public java.time.Instant proven()
meth public java.util.UUID account()
meth public java.util.UUID id()
meth public org.kontor.api.domain.DomainProblem problem()
meth public org.kontor.api.domain.DomainState state()
supr java.lang.Record
hfds account,added,checked,id,name,problem,proven,recordName,recordText

CLSS public abstract interface org.kontor.api.domain.EmailDomains
fld public final static int MAX_OF_ACCOUNT = 50
meth public abstract java.util.List<org.kontor.api.domain.EmailDomain> list(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.domain.EmailDomain add(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract org.kontor.api.domain.EmailDomain prove(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract void remove(org.kontor.api.call.CallContext,java.util.UUID)

CLSS abstract interface org.kontor.api.domain.package-info

CLSS public final !enum org.kontor.api.error.ErrorCode
fld public final static org.kontor.api.error.ErrorCode ACCESS_DENIED
fld public final static org.kontor.api.error.ErrorCode ACCOUNT_CLOSED
fld public final static org.kontor.api.error.ErrorCode ACCOUNT_SUSPENDED
fld public final static org.kontor.api.error.ErrorCode ALREADY_CONVERTED
fld public final static org.kontor.api.error.ErrorCode ALREADY_DECIDED
fld public final static org.kontor.api.error.ErrorCode AMBIGUOUS_MATCH
fld public final static org.kontor.api.error.ErrorCode ARCHIVED
fld public final static org.kontor.api.error.ErrorCode BODY_TOO_LARGE
fld public final static org.kontor.api.error.ErrorCode BRAKED
fld public final static org.kontor.api.error.ErrorCode CODE_TAKEN
fld public final static org.kontor.api.error.ErrorCode CSRF_TOKEN_REQUIRED
fld public final static org.kontor.api.error.ErrorCode DATABASE_REFUSED
fld public final static org.kontor.api.error.ErrorCode DOMAIN_TAKEN
fld public final static org.kontor.api.error.ErrorCode IDEMPOTENCY_CONFLICT
fld public final static org.kontor.api.error.ErrorCode INTERNAL
fld public final static org.kontor.api.error.ErrorCode INVALID_CURSOR
fld public final static org.kontor.api.error.ErrorCode INVALID_INPUT
fld public final static org.kontor.api.error.ErrorCode IN_USE
fld public final static org.kontor.api.error.ErrorCode LAST_ADMINISTRATOR
fld public final static org.kontor.api.error.ErrorCode MALFORMED_BODY
fld public final static org.kontor.api.error.ErrorCode METHOD_NOT_ALLOWED
fld public final static org.kontor.api.error.ErrorCode NOT_ACCEPTABLE
fld public final static org.kontor.api.error.ErrorCode NOT_FOUND
fld public final static org.kontor.api.error.ErrorCode NO_PORTAL
fld public final static org.kontor.api.error.ErrorCode ROUTE_FAILED
fld public final static org.kontor.api.error.ErrorCode STALE_VERSION
fld public final static org.kontor.api.error.ErrorCode TOO_MANY_REQUESTS
fld public final static org.kontor.api.error.ErrorCode UNAUTHENTICATED
fld public final static org.kontor.api.error.ErrorCode UNAVAILABLE
fld public final static org.kontor.api.error.ErrorCode UNSUPPORTED_MEDIA_TYPE
fld public final static org.kontor.api.error.ErrorCode VERSION_REQUIRED
meth public java.lang.String code()
meth public static org.kontor.api.error.ErrorCode valueOf(java.lang.String)
meth public static org.kontor.api.error.ErrorCode[] values()
supr java.lang.Enum<org.kontor.api.error.ErrorCode>

CLSS public final org.kontor.api.error.KontorException
cons public init(org.kontor.api.error.ErrorCode,java.lang.String)
cons public init(org.kontor.api.error.ErrorCode,java.lang.String,java.util.List<org.kontor.api.error.Violation>)
meth public java.util.List<org.kontor.api.error.Violation> violations()
meth public org.kontor.api.error.ErrorCode code()
meth public org.kontor.api.error.KontorException at(java.lang.String)
meth public static org.kontor.api.error.KontorException invalid(java.lang.String,java.lang.String,java.lang.String,java.lang.String)
meth public static org.kontor.api.error.KontorException invalid(java.util.List<org.kontor.api.error.Violation>)
supr java.lang.RuntimeException
hfds code,serialVersionUID,violations

CLSS public final org.kontor.api.error.Violation
cons public init(java.lang.String,java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String field()
meth public java.lang.String message()
meth public java.lang.String rule()
meth public java.lang.String value()
meth public org.kontor.api.error.Violation at(java.lang.String)
supr java.lang.Record
hfds SHOWN,field,message,rule,value

CLSS abstract interface org.kontor.api.error.package-info

CLSS public final org.kontor.api.feed.Change
cons public init(long,java.lang.String,java.util.UUID,long,org.kontor.api.audit.AuditAction,java.time.Instant,java.lang.String,java.util.UUID)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String recordType()
meth public java.lang.String source()
meth public java.time.Instant at()
meth public java.util.UUID auditId()
meth public java.util.UUID recordId()
meth public long position()
meth public long version()
meth public org.kontor.api.audit.AuditAction action()
supr java.lang.Record
hfds action,at,auditId,position,recordId,recordType,source,version

CLSS public abstract interface org.kontor.api.feed.ChangeFeed
meth public abstract java.util.List<org.kontor.api.feed.Change> read(org.kontor.api.call.CallContext,long,int)
meth public abstract org.kontor.api.record.Page<org.kontor.api.feed.Change> resume(org.kontor.api.call.CallContext,java.lang.String,int)

CLSS abstract interface org.kontor.api.feed.package-info

CLSS public final org.kontor.api.hook.HookCall
cons public init(java.lang.String,java.lang.String,java.lang.String,java.util.Map<java.lang.String,java.lang.String>)
fld public final static int MAX_HEADERS = 20
fld public final static int MAX_LENGTH = 1000
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String body()
meth public java.lang.String contentType()
meth public java.lang.String hook()
meth public java.lang.String toString()
meth public java.util.Map<java.lang.String,java.lang.String> headers()
supr java.lang.Record
hfds body,contentType,headers,hook

CLSS public abstract interface org.kontor.api.hook.Hooks
meth public abstract void call(org.kontor.api.call.CallContext,org.kontor.api.hook.HookCall)

CLSS abstract interface org.kontor.api.hook.package-info

CLSS public final org.kontor.api.imports.FileFormat
cons public init(java.lang.String,java.lang.String,java.lang.String,java.util.List<java.lang.String>,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String delimiter()
meth public java.lang.String encoding()
meth public java.lang.String kind()
meth public java.lang.String sheet()
meth public java.util.List<java.lang.String> sheets()
supr java.lang.Record
hfds delimiter,encoding,kind,sheet,sheets

CLSS public abstract interface org.kontor.api.imports.FileImports
meth public abstract java.util.List<org.kontor.api.imports.ImportMapping> mappings(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract org.kontor.api.imports.ImportMapping remember(org.kontor.api.call.CallContext,java.lang.String,org.kontor.api.record.RecordType,java.util.Map<java.lang.String,java.lang.String>)
meth public abstract org.kontor.api.imports.ImportPreview preview(org.kontor.api.call.CallContext,org.kontor.api.imports.ImportRequest,java.nio.file.Path)
meth public abstract org.kontor.api.sync.Run run(org.kontor.api.call.CallContext,org.kontor.api.imports.ImportRequest,java.nio.file.Path,org.kontor.api.imports.ImportListener)
meth public abstract void forget(org.kontor.api.call.CallContext,java.lang.String,org.kontor.api.record.RecordType)

CLSS public final org.kontor.api.imports.FileOptions
cons public init(java.lang.String,java.lang.String,java.lang.String)
fld public final static org.kontor.api.imports.FileOptions DETECT
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String delimiter()
meth public java.lang.String encoding()
meth public java.lang.String sheet()
supr java.lang.Record
hfds WORDS,delimiter,encoding,sheet

CLSS public abstract interface org.kontor.api.imports.ImportListener
fld public final static org.kontor.api.imports.ImportListener NONE
innr public final static RowResult
meth public boolean goOn()
meth public void begun(java.util.UUID)
meth public void taken(java.util.List<org.kontor.api.imports.ImportListener$RowResult>,double)

CLSS public final static org.kontor.api.imports.ImportListener$RowResult
 outer org.kontor.api.imports.ImportListener
cons public init(long,org.kontor.api.sync.ItemResult)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public long line()
meth public org.kontor.api.sync.ItemResult result()
supr java.lang.Record
hfds line,result

CLSS public final org.kontor.api.imports.ImportMapping
cons public init(java.lang.String,org.kontor.api.record.RecordType,java.util.Map<java.lang.String,java.lang.String>,java.lang.String,java.time.Instant)
fld public final static int MAX_COLUMNS = 500
fld public final static int MAX_HEADER = 200
fld public final static java.lang.String IGNORED = ""
fld public final static java.lang.String OTHERS = "*"
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String changedBy()
meth public java.lang.String source()
meth public java.time.Instant changedAt()
meth public java.util.Map<java.lang.String,java.lang.String> columns()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds changedAt,changedBy,columns,source,type

CLSS public final org.kontor.api.imports.ImportPreview
cons public init(org.kontor.api.record.RecordType,java.lang.String,org.kontor.api.imports.FileFormat,java.util.List<org.kontor.api.imports.MappedColumn>,java.util.List<java.lang.String>,java.util.List<java.lang.String>,boolean,java.util.List<org.kontor.api.imports.PreviewRow>,long,long,java.util.Map<org.kontor.api.sync.Outcome,java.lang.Long>)
fld public final static int ROWS = 20
meth public boolean ready()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String source()
meth public java.util.List<java.lang.String> missing()
meth public java.util.List<java.lang.String> unknown()
meth public java.util.List<org.kontor.api.imports.MappedColumn> columns()
meth public java.util.List<org.kontor.api.imports.PreviewRow> rows()
meth public java.util.Map<org.kontor.api.sync.Outcome,java.lang.Long> estimate()
meth public long total()
meth public long tried()
meth public org.kontor.api.imports.FileFormat format()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds columns,estimate,format,missing,ready,rows,source,total,tried,type,unknown

CLSS public final org.kontor.api.imports.ImportRequest
cons public init(org.kontor.api.record.RecordType,java.lang.String,java.lang.String,org.kontor.api.imports.FileOptions,java.util.Map<java.lang.String,java.lang.String>,int)
fld public final static int DEFAULT_BATCH = 500
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int batch()
meth public java.lang.String name()
meth public java.lang.String source()
meth public java.util.Map<java.lang.String,java.lang.String> mapping()
meth public org.kontor.api.imports.FileOptions options()
meth public org.kontor.api.record.RecordType type()
meth public static org.kontor.api.imports.ImportRequest of(org.kontor.api.record.RecordType,java.lang.String,java.lang.String)
supr java.lang.Record
hfds batch,mapping,name,options,source,type

CLSS public final org.kontor.api.imports.MappedColumn
cons public init(java.lang.String,java.lang.String,org.kontor.api.imports.MappedColumn$Origin,int,boolean,java.util.List<java.lang.String>)
fld public final static int SURE = 80
innr public final static !enum Origin
meth public boolean used()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int certainty()
meth public java.lang.String field()
meth public java.lang.String header()
meth public java.util.List<java.lang.String> samples()
meth public org.kontor.api.imports.MappedColumn$Origin origin()
supr java.lang.Record
hfds certainty,field,header,origin,samples,used

CLSS public final static !enum org.kontor.api.imports.MappedColumn$Origin
 outer org.kontor.api.imports.MappedColumn
fld public final static org.kontor.api.imports.MappedColumn$Origin GIVEN
fld public final static org.kontor.api.imports.MappedColumn$Origin GUESSED
fld public final static org.kontor.api.imports.MappedColumn$Origin IGNORED
fld public final static org.kontor.api.imports.MappedColumn$Origin REMEMBERED
fld public final static org.kontor.api.imports.MappedColumn$Origin UNKNOWN
meth public static org.kontor.api.imports.MappedColumn$Origin valueOf(java.lang.String)
meth public static org.kontor.api.imports.MappedColumn$Origin[] values()
supr java.lang.Enum<org.kontor.api.imports.MappedColumn$Origin>

CLSS public final org.kontor.api.imports.PreviewRow
cons public init(long,org.kontor.api.sync.Outcome,java.util.Map<java.lang.String,java.lang.Object>,java.lang.String,java.lang.String,java.util.List<org.kontor.api.error.Violation>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String error()
meth public java.lang.String message()
meth public java.util.List<org.kontor.api.error.Violation> violations()
meth public java.util.Map<java.lang.String,java.lang.Object> values()
meth public long line()
meth public org.kontor.api.sync.Outcome outcome()
supr java.lang.Record
hfds error,line,message,outcome,values,violations

CLSS abstract interface org.kontor.api.imports.package-info

CLSS public final org.kontor.api.location.Location
cons public init(org.kontor.api.record.RecordHeader,org.kontor.api.record.FieldValues,java.util.List<org.kontor.api.record.CrossReference>)
meth public java.lang.String timeZone()
meth public java.math.BigDecimal latitude()
meth public java.math.BigDecimal longitude()
meth public java.util.List<java.lang.String> tags()
meth public java.util.UUID customerId()
meth public java.util.UUID parentId()
meth public org.kontor.api.location.LocationStatus status()
meth public org.kontor.api.location.LocationType locationType()
meth public org.kontor.api.record.Address address()
meth public org.kontor.api.record.RecordType type()
supr org.kontor.api.record.BusinessRecord

CLSS public final !enum org.kontor.api.location.LocationField
fld public final static org.kontor.api.location.LocationField ADDRESS_CITY
fld public final static org.kontor.api.location.LocationField ADDRESS_COUNTRY
fld public final static org.kontor.api.location.LocationField ADDRESS_LINES
fld public final static org.kontor.api.location.LocationField ADDRESS_POSTAL_CODE
fld public final static org.kontor.api.location.LocationField ADDRESS_REGION
fld public final static org.kontor.api.location.LocationField CODE
fld public final static org.kontor.api.location.LocationField CUSTOMER
fld public final static org.kontor.api.location.LocationField LATITUDE
fld public final static org.kontor.api.location.LocationField LONGITUDE
fld public final static org.kontor.api.location.LocationField NAME
fld public final static org.kontor.api.location.LocationField PARENT
fld public final static org.kontor.api.location.LocationField STATUS
fld public final static org.kontor.api.location.LocationField TAGS
fld public final static org.kontor.api.location.LocationField TIME_ZONE
fld public final static org.kontor.api.location.LocationField TYPE
intf org.kontor.api.record.Field
meth public org.kontor.api.record.FieldSpec spec()
meth public static org.kontor.api.location.LocationField valueOf(java.lang.String)
meth public static org.kontor.api.location.LocationField[] values()
supr java.lang.Enum<org.kontor.api.location.LocationField>
hfds spec

CLSS public final !enum org.kontor.api.location.LocationStatus
fld public final static org.kontor.api.location.LocationStatus ACTIVE
fld public final static org.kontor.api.location.LocationStatus CLOSED
fld public final static org.kontor.api.location.LocationStatus PLANNED
meth public static org.kontor.api.location.LocationStatus valueOf(java.lang.String)
meth public static org.kontor.api.location.LocationStatus[] values()
supr java.lang.Enum<org.kontor.api.location.LocationStatus>

CLSS public final !enum org.kontor.api.location.LocationType
fld public final static org.kontor.api.location.LocationType HEADQUARTERS
fld public final static org.kontor.api.location.LocationType OFFICE
fld public final static org.kontor.api.location.LocationType OTHER
fld public final static org.kontor.api.location.LocationType PLANT
fld public final static org.kontor.api.location.LocationType SPACE
fld public final static org.kontor.api.location.LocationType STORE
fld public final static org.kontor.api.location.LocationType WAREHOUSE
meth public static org.kontor.api.location.LocationType valueOf(java.lang.String)
meth public static org.kontor.api.location.LocationType[] values()
supr java.lang.Enum<org.kontor.api.location.LocationType>

CLSS public abstract interface org.kontor.api.location.Locations
fld public final static int MAX_DEPTH = 20
intf org.kontor.api.record.RecordService<org.kontor.api.location.Location>

CLSS abstract interface org.kontor.api.location.package-info

CLSS public final org.kontor.api.people.ApiToken
cons public init(java.util.UUID,java.lang.String,java.lang.String,org.kontor.api.people.TokenScope,java.time.Instant,java.time.Instant,java.time.Instant,java.time.Instant)
meth public boolean counts(java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.lang.String owner()
meth public java.time.Instant created()
meth public java.time.Instant expires()
meth public java.time.Instant lastUsed()
meth public java.time.Instant revoked()
meth public java.util.UUID id()
meth public org.kontor.api.people.TokenScope scope()
supr java.lang.Record
hfds created,expires,id,lastUsed,name,owner,revoked,scope

CLSS public final org.kontor.api.people.BegunSession
cons public init(java.lang.String,org.kontor.api.people.SessionCall)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String secret()
meth public java.lang.String toString()
meth public org.kontor.api.people.SessionCall call()
supr java.lang.Record
hfds call,secret

CLSS public final org.kontor.api.people.Group
cons public init(java.util.UUID,java.util.UUID,java.lang.String,org.kontor.api.call.Role,org.kontor.api.call.Role,int,long)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int members()
meth public java.lang.String name()
meth public java.util.UUID account()
meth public java.util.UUID id()
meth public long version()
meth public org.kontor.api.call.Role labRole()
meth public org.kontor.api.call.Role role()
supr java.lang.Record
hfds account,id,labRole,members,name,role,version

CLSS public final org.kontor.api.people.GroupEdit
cons public init(java.lang.String,org.kontor.api.call.Role,org.kontor.api.call.Role,boolean)
meth public boolean noLabRole()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public org.kontor.api.call.Role labRole()
meth public org.kontor.api.call.Role role()
supr java.lang.Record
hfds labRole,name,noLabRole,role

CLSS public final org.kontor.api.people.GroupName
cons public init(java.util.UUID,java.lang.String,org.kontor.api.call.Role)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.util.UUID id()
meth public org.kontor.api.call.Role role()
supr java.lang.Record
hfds id,name,role

CLSS public abstract interface org.kontor.api.people.Groups
fld public final static int MAX_NAME = 100
fld public final static int MAX_OF_ACCOUNT = 200
meth public abstract java.util.List<org.kontor.api.people.Group> list(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.people.Group change(org.kontor.api.call.CallContext,java.util.UUID,long,org.kontor.api.people.GroupEdit)
meth public abstract org.kontor.api.people.Group create(org.kontor.api.call.CallContext,org.kontor.api.people.NewGroup)
meth public abstract org.kontor.api.people.Group get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract void add(org.kontor.api.call.CallContext,java.util.UUID,java.util.UUID)
meth public abstract void delete(org.kontor.api.call.CallContext,java.util.UUID,long)
meth public abstract void remove(org.kontor.api.call.CallContext,java.util.UUID,java.util.UUID)

CLSS public final org.kontor.api.people.Invitation
cons public init(java.util.UUID,java.util.UUID,java.lang.String,java.lang.String,java.lang.String,java.lang.String,org.kontor.api.people.InvitationState,java.lang.String,java.time.Instant,java.time.Instant,java.time.Instant,java.time.Instant,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String invitedBy()
meth public java.lang.String language()
meth public java.lang.String login()
meth public java.lang.String name()
meth public java.lang.String problem()
meth public java.time.Instant created()
meth public java.time.Instant ended()
meth public java.time.Instant expires()
meth public java.time.Instant sent()
meth public java.util.UUID id()
meth public java.util.UUID person()
meth public org.kontor.api.people.InvitationState state()
supr java.lang.Record
hfds created,email,ended,expires,id,invitedBy,language,login,name,person,problem,sent,state

CLSS public final org.kontor.api.people.InvitationQuery
cons public init(org.kontor.api.people.InvitationState,int,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.String cursor()
meth public org.kontor.api.people.InvitationState state()
supr java.lang.Record
hfds cursor,limit,state

CLSS public final !enum org.kontor.api.people.InvitationState
fld public final static org.kontor.api.people.InvitationState ACCEPTED
fld public final static org.kontor.api.people.InvitationState EXPIRED
fld public final static org.kontor.api.people.InvitationState FAILED
fld public final static org.kontor.api.people.InvitationState QUEUED
fld public final static org.kontor.api.people.InvitationState REVOKED
fld public final static org.kontor.api.people.InvitationState SENT
fld public final static org.kontor.api.people.InvitationState WAITING
meth public static org.kontor.api.people.InvitationState valueOf(java.lang.String)
meth public static org.kontor.api.people.InvitationState[] values()
supr java.lang.Enum<org.kontor.api.people.InvitationState>

CLSS public abstract interface org.kontor.api.people.Invitations
fld public final static int MAX_AT_ONCE = 500
meth public abstract org.kontor.api.people.Invitation invite(org.kontor.api.call.CallContext,org.kontor.api.people.NewInvitation)
meth public abstract org.kontor.api.people.Invitation resend(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.people.Invitation revoke(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.record.Page<org.kontor.api.people.Invitation> find(org.kontor.api.call.CallContext,org.kontor.api.people.InvitationQuery)
meth public abstract void sendPasswordInstructions(org.kontor.api.call.CallContext,java.util.UUID,java.lang.String)

CLSS public final org.kontor.api.people.IssuedToken
cons public init(org.kontor.api.people.ApiToken,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String secret()
meth public java.lang.String toString()
meth public org.kontor.api.people.ApiToken token()
supr java.lang.Record
hfds secret,token

CLSS public abstract interface org.kontor.api.people.LabAccess
meth public abstract int openToAll(org.kontor.api.call.CallContext)

CLSS public abstract interface org.kontor.api.people.LinkAccounts
meth public abstract java.util.Optional<java.util.UUID> accountOf(java.lang.String)

CLSS public final org.kontor.api.people.Membership
cons public init(java.util.UUID,java.lang.String,java.lang.String,org.kontor.api.account.AccountType,boolean,java.util.Set<org.kontor.api.call.Role>,boolean,boolean)
meth public boolean home()
meth public boolean lab()
meth public boolean suspended()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.lang.String name()
meth public java.util.Set<org.kontor.api.call.Role> roles()
meth public java.util.UUID account()
meth public org.kontor.api.account.AccountType type()
supr java.lang.Record
hfds account,code,home,lab,name,roles,suspended,type

CLSS public final org.kontor.api.people.NewGroup
cons public init(java.lang.String,org.kontor.api.call.Role,org.kontor.api.call.Role)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public org.kontor.api.call.Role labRole()
meth public org.kontor.api.call.Role role()
supr java.lang.Record
hfds labRole,name,role

CLSS public final org.kontor.api.people.NewInvitation
cons public init(java.lang.String,java.lang.String,java.lang.String,java.util.Set<org.kontor.api.call.Role>,java.lang.String,boolean)
meth public boolean later()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String language()
meth public java.lang.String login()
meth public java.lang.String name()
meth public java.util.Set<org.kontor.api.call.Role> roles()
supr java.lang.Record
hfds email,language,later,login,name,roles

CLSS public final org.kontor.api.people.NewPerson
cons public init(java.lang.String,java.lang.String,java.util.Set<org.kontor.api.call.Role>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String login()
meth public java.lang.String name()
meth public java.util.Set<org.kontor.api.call.Role> roles()
supr java.lang.Record
hfds login,name,roles

CLSS public final org.kontor.api.people.NewSession
cons public init(java.lang.String,char[],java.lang.String,java.lang.String,org.kontor.api.call.Source,java.lang.String)
meth public char[] password()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String client()
meth public java.lang.String correlation()
meth public java.lang.String login()
meth public java.lang.String replaced()
meth public java.lang.String toString()
meth public org.kontor.api.call.Source source()
supr java.lang.Record
hfds client,correlation,login,password,replaced,source

CLSS public final org.kontor.api.people.NewToken
cons public init(java.lang.String,org.kontor.api.people.TokenScope,java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.time.Instant expires()
meth public org.kontor.api.people.TokenScope scope()
supr java.lang.Record
hfds expires,name,scope

CLSS public abstract interface org.kontor.api.people.PasswordLinks
innr public final static !enum State
meth public abstract org.kontor.api.people.PasswordLinks$State look(java.lang.String)
meth public abstract org.kontor.api.people.PasswordLinks$State setPassword(java.lang.String,char[])
meth public abstract void forgotten(java.lang.String,java.lang.String)

CLSS public final static !enum org.kontor.api.people.PasswordLinks$State
 outer org.kontor.api.people.PasswordLinks
fld public final static org.kontor.api.people.PasswordLinks$State OPEN
fld public final static org.kontor.api.people.PasswordLinks$State OVER
fld public final static org.kontor.api.people.PasswordLinks$State UNKNOWN
meth public static org.kontor.api.people.PasswordLinks$State valueOf(java.lang.String)
meth public static org.kontor.api.people.PasswordLinks$State[] values()
supr java.lang.Enum<org.kontor.api.people.PasswordLinks$State>

CLSS public abstract interface org.kontor.api.people.People
fld public final static int MAX_PASSWORD = 128
fld public final static int MIN_PASSWORD = 12
meth public abstract char[] makePassword()
meth public abstract java.util.List<org.kontor.api.people.Membership> memberships(org.kontor.api.call.CallContext)
meth public abstract java.util.UUID add(org.kontor.api.call.CallContext,org.kontor.api.people.NewPerson,char[])
meth public abstract void changeOwnPassword(org.kontor.api.call.CallContext,char[],char[])

CLSS public abstract interface org.kontor.api.people.PeopleDesk
meth public abstract org.kontor.api.people.PersonDetails byLogin(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract org.kontor.api.people.PersonDetails change(org.kontor.api.call.CallContext,java.util.UUID,long,org.kontor.api.people.PersonEdit)
meth public abstract org.kontor.api.people.PersonDetails get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.people.PersonDetails setDisabled(org.kontor.api.call.CallContext,java.util.UUID,java.lang.Long,boolean)
meth public abstract org.kontor.api.people.PersonDetails unlock(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.people.PersonWithPassword create(org.kontor.api.call.CallContext,org.kontor.api.people.NewPerson,java.lang.String,char[])
meth public abstract org.kontor.api.people.PersonWithPassword setPassword(org.kontor.api.call.CallContext,java.util.UUID,char[])
meth public abstract org.kontor.api.record.Page<org.kontor.api.people.PersonDetails> find(org.kontor.api.call.CallContext,org.kontor.api.people.PeopleQuery)
meth public abstract void remove(org.kontor.api.call.CallContext,java.util.UUID,java.lang.Long)

CLSS public final org.kontor.api.people.PeopleQuery
cons public init(java.lang.String,org.kontor.api.call.Role,java.lang.Boolean,int,java.lang.String)
cons public init(java.lang.String,org.kontor.api.call.Role,java.util.UUID,java.lang.Boolean,int,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.Boolean disabled()
meth public java.lang.String cursor()
meth public java.lang.String text()
meth public java.util.UUID group()
meth public org.kontor.api.call.Role role()
supr java.lang.Record
hfds cursor,disabled,group,limit,role,text

CLSS public final org.kontor.api.people.PersonDetails
cons public init(java.util.UUID,java.lang.String,java.lang.String,java.lang.String,java.util.Set<org.kontor.api.call.Role>,java.util.List<org.kontor.api.people.GroupName>,boolean,boolean,boolean,long,java.time.Instant,java.time.Instant)
meth public boolean disabled()
meth public boolean home()
meth public boolean labs()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String login()
meth public java.lang.String name()
meth public java.time.Instant lastSignIn()
meth public java.time.Instant lockedUntil()
meth public java.util.List<org.kontor.api.people.GroupName> groups()
meth public java.util.Set<org.kontor.api.call.Role> roles()
meth public java.util.UUID id()
meth public long version()
supr java.lang.Record
hfds disabled,email,groups,home,id,labs,lastSignIn,lockedUntil,login,name,roles,version

CLSS public final org.kontor.api.people.PersonEdit
cons public init(java.lang.String,java.lang.String,java.util.Set<org.kontor.api.call.Role>)
cons public init(java.lang.String,java.lang.String,java.util.Set<org.kontor.api.call.Role>,java.lang.Boolean)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Boolean labs()
meth public java.lang.String email()
meth public java.lang.String name()
meth public java.util.Set<org.kontor.api.call.Role> roles()
supr java.lang.Record
hfds email,labs,name,roles

CLSS public final org.kontor.api.people.PersonPrincipal
cons public init(java.lang.String)
intf java.security.Principal
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String getName()
meth public java.lang.String login()
supr java.lang.Record
hfds login

CLSS public final org.kontor.api.people.PersonWithPassword
cons public init(org.kontor.api.people.PersonDetails,char[])
meth public char[] password()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String toString()
meth public org.kontor.api.people.PersonDetails person()
supr java.lang.Record
hfds password,person

CLSS public final org.kontor.api.people.Session
cons public init(java.util.UUID,java.time.Instant,java.time.Instant,java.time.Instant,java.time.Instant,java.lang.String)
meth public boolean counts(java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String client()
meth public java.time.Instant begun()
meth public java.time.Instant ends()
meth public java.time.Instant idleUntil()
meth public java.time.Instant lastUsed()
meth public java.util.UUID id()
supr java.lang.Record
hfds begun,client,ends,id,idleUntil,lastUsed

CLSS public final org.kontor.api.people.SessionCall
cons public init(org.kontor.api.people.Session,org.kontor.api.call.Actor,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String csrfToken()
meth public java.lang.String toString()
meth public org.kontor.api.call.Actor actor()
meth public org.kontor.api.people.Session session()
supr java.lang.Record
hfds actor,csrfToken,session

CLSS public abstract interface org.kontor.api.people.SessionSignIn
meth public abstract java.util.Optional<org.kontor.api.people.SessionCall> bySecret(java.lang.String)

CLSS public abstract interface org.kontor.api.people.Sessions
fld public final static int MAX_CLIENT = 200
fld public final static int MAX_LIVE = 20
meth public abstract int endOthers(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract java.util.List<org.kontor.api.people.Session> list(org.kontor.api.call.CallContext)
meth public abstract java.util.Optional<org.kontor.api.people.BegunSession> begin(org.kontor.api.people.NewSession)
meth public abstract void end(org.kontor.api.call.CallContext,java.util.UUID)

CLSS public abstract interface org.kontor.api.people.SignIn
meth public abstract java.util.Optional<org.kontor.api.call.Actor> byLogin(java.lang.String)
meth public abstract java.util.Optional<org.kontor.api.call.Actor> byPassword(java.lang.String,char[])

CLSS public final !enum org.kontor.api.people.TokenScope
fld public final static org.kontor.api.people.TokenScope FULL
fld public final static org.kontor.api.people.TokenScope READ
fld public final static org.kontor.api.people.TokenScope WRITE
meth public static org.kontor.api.people.TokenScope valueOf(java.lang.String)
meth public static org.kontor.api.people.TokenScope[] values()
supr java.lang.Enum<org.kontor.api.people.TokenScope>

CLSS public abstract interface org.kontor.api.people.TokenSignIn
meth public abstract java.util.Optional<org.kontor.api.call.Actor> byToken(java.lang.String)

CLSS public abstract interface org.kontor.api.people.Tokens
fld public final static int DEFAULT_DAYS = 90
fld public final static int MAX_DAYS = 366
fld public final static int MAX_LIVE = 50
meth public abstract java.util.List<org.kontor.api.people.ApiToken> list(org.kontor.api.call.CallContext)
meth public abstract java.util.List<org.kontor.api.people.ApiToken> list(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract org.kontor.api.people.IssuedToken create(org.kontor.api.call.CallContext,org.kontor.api.people.NewToken)
meth public abstract void revoke(org.kontor.api.call.CallContext,java.util.UUID)

CLSS abstract interface org.kontor.api.people.package-info

CLSS public final org.kontor.api.portal.Portal
cons public init(java.util.UUID,java.lang.String,long)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String url()
meth public java.util.UUID account()
meth public long version()
supr java.lang.Record
hfds account,url,version

CLSS public final org.kontor.api.portal.PortalVisit
cons public init(java.lang.String,java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String toString()
meth public java.lang.String url()
meth public java.time.Instant expires()
supr java.lang.Record
hfds expires,url

CLSS public final org.kontor.api.portal.PortalVisitor
cons public init(java.util.UUID,java.lang.String,java.lang.String,java.lang.String,java.util.UUID,java.lang.String,java.lang.String,java.util.Set<org.kontor.api.call.Role>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String accountCode()
meth public java.lang.String accountName()
meth public java.lang.String email()
meth public java.lang.String login()
meth public java.lang.String name()
meth public java.util.Set<org.kontor.api.call.Role> roles()
meth public java.util.UUID account()
meth public java.util.UUID person()
supr java.lang.Record
hfds account,accountCode,accountName,email,login,name,person,roles

CLSS public abstract interface org.kontor.api.portal.PortalVisits
fld public final static int MAX_OPEN = 20
meth public abstract org.kontor.api.portal.PortalVisit visit(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.portal.PortalVisitor redeem(java.lang.String,java.lang.String,java.lang.String)

CLSS public final org.kontor.api.portal.PortalWithSecret
cons public init(org.kontor.api.portal.Portal,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String secret()
meth public java.lang.String toString()
meth public org.kontor.api.portal.Portal portal()
supr java.lang.Record
hfds portal,secret

CLSS public abstract interface org.kontor.api.portal.Portals
fld public final static int MAX_URL = 1000
meth public abstract java.util.Optional<org.kontor.api.portal.Portal> get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.portal.PortalWithSecret renewSecret(org.kontor.api.call.CallContext,java.util.UUID,java.lang.Long)
meth public abstract org.kontor.api.portal.PortalWithSecret set(org.kontor.api.call.CallContext,java.util.UUID,java.lang.Long,java.lang.String)
meth public abstract void remove(org.kontor.api.call.CallContext,java.util.UUID,java.lang.Long)

CLSS abstract interface org.kontor.api.portal.package-info

CLSS public final org.kontor.api.profile.CreationProfile
cons public init(java.util.UUID,java.util.UUID,org.kontor.api.record.RecordType,java.util.List<java.lang.String>,boolean,long)
meth public boolean regionWhereSubdivided()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<java.lang.String> fields()
meth public java.util.UUID account()
meth public java.util.UUID id()
meth public long version()
meth public org.kontor.api.record.RecordType recordType()
supr java.lang.Record
hfds account,fields,id,recordType,regionWhereSubdivided,version

CLSS public abstract interface org.kontor.api.profile.CreationProfiles
fld public final static int MAX_FIELDS = 50
meth public abstract java.util.List<org.kontor.api.profile.CreationProfile> list(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.profile.CreationProfile get(org.kontor.api.call.CallContext,org.kontor.api.record.RecordType)
meth public abstract org.kontor.api.profile.CreationProfile put(org.kontor.api.call.CallContext,org.kontor.api.record.RecordType,java.util.List<java.lang.String>,boolean)
meth public abstract void delete(org.kontor.api.call.CallContext,org.kontor.api.record.RecordType)

CLSS abstract interface org.kontor.api.profile.package-info

CLSS public final org.kontor.api.provider.InvitePermission
cons public init(java.util.UUID,org.kontor.api.provider.Party,org.kontor.api.provider.Party,java.lang.String,java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String givenBy()
meth public java.time.Instant given()
meth public java.util.UUID id()
meth public org.kontor.api.provider.Party inviter()
meth public org.kontor.api.provider.Party partner()
supr java.lang.Record
hfds given,givenBy,id,inviter,partner

CLSS public final org.kontor.api.provider.InvitePermissionQuery
cons public init(java.lang.Boolean,int,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.Boolean received()
meth public java.lang.String cursor()
supr java.lang.Record
hfds cursor,limit,received

CLSS public abstract interface org.kontor.api.provider.InvitePermissions
meth public abstract org.kontor.api.provider.InvitePermission give(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.provider.InvitedCustomer open(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.account.NewAccount)
meth public abstract org.kontor.api.provider.InvitedCustomer review(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.account.NewAccount)
meth public abstract org.kontor.api.record.Page<org.kontor.api.provider.InvitePermission> find(org.kontor.api.call.CallContext,org.kontor.api.provider.InvitePermissionQuery)
meth public abstract void take(org.kontor.api.call.CallContext,java.util.UUID)

CLSS public final org.kontor.api.provider.InvitedCustomer
cons public init(boolean,org.kontor.api.account.Account,org.kontor.api.account.PlanChoice,org.kontor.api.provider.MspLink,java.util.List<org.kontor.api.account.Opening$NewMember>,java.util.List<org.kontor.api.account.Opening$NewMail>)
meth public boolean stored()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.account.Opening$NewMail> mails()
meth public java.util.List<org.kontor.api.account.Opening$NewMember> members()
meth public org.kontor.api.account.Account account()
meth public org.kontor.api.account.PlanChoice plan()
meth public org.kontor.api.provider.MspLink link()
supr java.lang.Record
hfds account,link,mails,members,plan,stored

CLSS public final org.kontor.api.provider.MspLink
cons public init(java.util.UUID,org.kontor.api.provider.Party,org.kontor.api.provider.Party,org.kontor.api.provider.MspLinkState,org.kontor.api.provider.MspLinkSide,java.util.List<org.kontor.api.provider.MspLinkSide>,java.time.Instant,java.time.Instant,java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant answered()
meth public java.time.Instant ended()
meth public java.time.Instant requested()
meth public java.util.List<org.kontor.api.provider.MspLinkSide> waitsFor()
meth public java.util.UUID id()
meth public org.kontor.api.provider.MspLinkSide askedBy()
meth public org.kontor.api.provider.MspLinkState state()
meth public org.kontor.api.provider.Party account()
meth public org.kontor.api.provider.Party provider()
supr java.lang.Record
hfds account,answered,askedBy,ended,id,provider,requested,state,waitsFor

CLSS public final org.kontor.api.provider.MspLinkQuery
cons public init(java.util.UUID,org.kontor.api.provider.MspLinkState,int,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.String cursor()
meth public java.util.UUID account()
meth public org.kontor.api.provider.MspLinkState state()
supr java.lang.Record
hfds account,cursor,limit,state

CLSS public final !enum org.kontor.api.provider.MspLinkSide
fld public final static org.kontor.api.provider.MspLinkSide ACCOUNT
fld public final static org.kontor.api.provider.MspLinkSide PROVIDER
meth public org.kontor.api.provider.MspLinkSide other()
meth public static org.kontor.api.provider.MspLinkSide valueOf(java.lang.String)
meth public static org.kontor.api.provider.MspLinkSide[] values()
supr java.lang.Enum<org.kontor.api.provider.MspLinkSide>

CLSS public final !enum org.kontor.api.provider.MspLinkState
fld public final static org.kontor.api.provider.MspLinkState ACTIVE
fld public final static org.kontor.api.provider.MspLinkState DECLINED
fld public final static org.kontor.api.provider.MspLinkState REQUESTED
fld public final static org.kontor.api.provider.MspLinkState REVOKED
fld public final static org.kontor.api.provider.MspLinkState WITHDRAWN
meth public boolean isOpen()
meth public static org.kontor.api.provider.MspLinkState valueOf(java.lang.String)
meth public static org.kontor.api.provider.MspLinkState[] values()
supr java.lang.Enum<org.kontor.api.provider.MspLinkState>

CLSS public abstract interface org.kontor.api.provider.MspLinks
meth public abstract org.kontor.api.provider.MspLink accept(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.provider.MspLink decline(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.provider.MspLink get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.provider.MspLink request(org.kontor.api.call.CallContext,java.util.UUID,java.util.UUID)
meth public abstract org.kontor.api.provider.MspLink revoke(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.record.Page<org.kontor.api.provider.MspLink> find(org.kontor.api.call.CallContext,org.kontor.api.provider.MspLinkQuery)

CLSS public final org.kontor.api.provider.Party
cons public init(java.util.UUID,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.util.UUID id()
supr java.lang.Record
hfds id,name

CLSS abstract interface org.kontor.api.provider.package-info

CLSS public final org.kontor.api.record.Address
cons public init(java.util.List<java.lang.String>,java.lang.String,java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String city()
meth public java.lang.String country()
meth public java.lang.String postalCode()
meth public java.lang.String region()
meth public java.util.List<java.lang.String> lines()
supr java.lang.Record
hfds city,country,lines,postalCode,region

CLSS public abstract org.kontor.api.record.BusinessRecord
cons protected init(org.kontor.api.record.RecordHeader,org.kontor.api.record.FieldValues,java.util.List<org.kontor.api.record.CrossReference>)
meth public abstract org.kontor.api.record.RecordType type()
meth public final boolean archived()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String code()
meth public final java.lang.String name()
meth public final java.lang.String toString()
meth public final java.util.List<org.kontor.api.record.CrossReference> crossReferences()
meth public final java.util.UUID id()
meth public final long version()
meth public final org.kontor.api.record.FieldValues values()
meth public final org.kontor.api.record.RecordHeader header()
meth public static org.kontor.api.record.BusinessRecord of(org.kontor.api.record.RecordType,org.kontor.api.record.RecordHeader,org.kontor.api.record.FieldValues,java.util.List<org.kontor.api.record.CrossReference>)
supr java.lang.Object
hfds crossReferences,header,values

CLSS public final org.kontor.api.record.Choice
cons public init(java.util.UUID,java.lang.String,java.lang.String,boolean)
meth public boolean archived()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.lang.String name()
meth public java.util.UUID id()
supr java.lang.Record
hfds archived,code,id,name

CLSS public final org.kontor.api.record.CrossReference
cons public init(java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String externalId()
supr java.lang.Record
hfds connection,externalId

CLSS public final org.kontor.api.record.CustomField
fld public final static int MAX_LENGTH = 1000
fld public final static java.lang.String PREFIX = "custom."
intf java.lang.Comparable<org.kontor.api.record.CustomField>
intf org.kontor.api.record.Field
meth public boolean equals(java.lang.Object)
meth public int compareTo(org.kontor.api.record.CustomField)
meth public int hashCode()
meth public int ordinal()
meth public java.lang.String key()
meth public java.lang.String toString()
meth public org.kontor.api.record.CustomField declared(org.kontor.api.record.FieldSpec)
meth public org.kontor.api.record.FieldSpec spec()
meth public org.kontor.api.record.RecordType type()
meth public static boolean isKey(java.lang.String)
meth public static java.util.Optional<org.kontor.api.record.CustomField> ofPath(org.kontor.api.record.RecordType,java.lang.String)
meth public static org.kontor.api.record.CustomField named(org.kontor.api.record.RecordType,java.lang.String)
supr java.lang.Object
hfds KEY,key,spec,type

CLSS public abstract interface org.kontor.api.record.Field
meth public abstract int ordinal()
meth public abstract org.kontor.api.record.FieldSpec spec()
meth public boolean required()
meth public int maxLength()
meth public java.lang.String description()
meth public java.lang.String filter()
meth public java.lang.String path()
meth public java.util.List<java.lang.String> choices()
meth public org.kontor.api.record.RecordType target()
meth public org.kontor.api.record.ValueType valueType()

CLSS public final org.kontor.api.record.FieldSpec
cons public init(java.lang.String,org.kontor.api.record.ValueType,int,boolean,java.util.List<java.lang.String>,org.kontor.api.record.RecordType,java.lang.String,java.lang.String)
meth public !varargs static org.kontor.api.record.FieldSpec choice(java.lang.String,java.lang.String,java.lang.Enum<?>[])
meth public boolean required()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int maxLength()
meth public java.lang.String description()
meth public java.lang.String filter()
meth public java.lang.String path()
meth public java.util.List<java.lang.String> choices()
meth public org.kontor.api.record.FieldSpec filteredAs(java.lang.String)
meth public org.kontor.api.record.FieldSpec mandatory()
meth public org.kontor.api.record.RecordType target()
meth public org.kontor.api.record.ValueType valueType()
meth public static org.kontor.api.record.FieldSpec flag(java.lang.String,java.lang.String)
meth public static org.kontor.api.record.FieldSpec optional(java.lang.String,org.kontor.api.record.ValueType,int,java.lang.String)
meth public static org.kontor.api.record.FieldSpec reference(java.lang.String,org.kontor.api.record.RecordType,boolean,java.lang.String)
meth public static org.kontor.api.record.FieldSpec required(java.lang.String,org.kontor.api.record.ValueType,int,java.lang.String)
supr java.lang.Record
hfds choices,description,filter,maxLength,path,required,target,valueType

CLSS public final org.kontor.api.record.FieldValues
fld public final static org.kontor.api.record.FieldValues EMPTY
innr public final static Builder
meth public boolean equals(java.lang.Object)
meth public boolean flag(org.kontor.api.record.Field)
meth public boolean has(org.kontor.api.record.Field)
meth public boolean isEmpty()
meth public int hashCode()
meth public int size()
meth public java.lang.Iterable<org.kontor.api.record.Field> fields()
meth public java.lang.Object get(org.kontor.api.record.Field)
meth public java.lang.String text(org.kontor.api.record.Field)
meth public java.lang.String toString()
meth public java.math.BigDecimal decimal(org.kontor.api.record.Field)
meth public java.util.List<java.lang.String> list(org.kontor.api.record.Field)
meth public java.util.SortedMap<org.kontor.api.record.CustomField,java.lang.Object> custom()
meth public java.util.UUID reference(org.kontor.api.record.Field)
meth public org.kontor.api.record.FieldValues with(org.kontor.api.record.FieldValues)
meth public static org.kontor.api.record.FieldValues of(java.util.Map<? extends org.kontor.api.record.Field,?>)
meth public static org.kontor.api.record.FieldValues$Builder builder()
meth public void forEach(java.util.function.BiConsumer<org.kontor.api.record.Field,java.lang.Object>)
supr java.lang.Object
hfds custom,fields,values

CLSS public final static org.kontor.api.record.FieldValues$Builder
 outer org.kontor.api.record.FieldValues
cons public init()
meth public org.kontor.api.record.FieldValues build()
meth public org.kontor.api.record.FieldValues$Builder set(org.kontor.api.record.Field,java.lang.Object)
supr java.lang.Object
hfds custom,fields,values

CLSS public final org.kontor.api.record.Page<%0 extends java.lang.Object>
cons public init(java.util.List<{org.kontor.api.record.Page%0}>,java.lang.String)
meth public <%0 extends java.lang.Object> org.kontor.api.record.Page<{%%0}> map(java.util.function.Function<? super {org.kontor.api.record.Page%0},? extends {%%0}>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String next()
meth public java.util.List<{org.kontor.api.record.Page%0}> items()
supr java.lang.Record
hfds items,next

CLSS public final org.kontor.api.record.RecordDocument
meth public static java.util.Map<java.lang.String,java.lang.Object> of(org.kontor.api.record.BusinessRecord)
supr java.lang.Object

CLSS public final org.kontor.api.record.RecordHeader
cons public init(java.util.UUID,java.util.UUID,long,boolean,org.kontor.api.record.Stamp,org.kontor.api.record.Stamp)
meth public boolean archived()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.UUID id()
meth public java.util.UUID managingAccount()
meth public long version()
meth public org.kontor.api.record.Stamp changed()
meth public org.kontor.api.record.Stamp created()
supr java.lang.Record
hfds archived,changed,created,id,managingAccount,version

CLSS public final org.kontor.api.record.RecordKey
cons public init(java.util.UUID,org.kontor.api.record.CrossReference,java.lang.String)
fld public final static org.kontor.api.record.RecordKey NONE
meth public boolean isEmpty()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.util.Optional<java.lang.String> decidingCode()
meth public java.util.Optional<org.kontor.api.record.CrossReference> decidingReference()
meth public java.util.UUID id()
meth public org.kontor.api.record.CrossReference reference()
meth public static org.kontor.api.record.RecordKey ofCode(java.lang.String)
meth public static org.kontor.api.record.RecordKey ofId(java.util.UUID)
meth public static org.kontor.api.record.RecordKey ofReference(org.kontor.api.record.CrossReference)
supr java.lang.Record
hfds code,id,reference

CLSS public final org.kontor.api.record.RecordQuery
cons public init(java.lang.String,org.kontor.api.record.RecordQuery$Match,java.util.Map<org.kontor.api.record.Field,java.lang.Object>,org.kontor.api.record.RecordQuery$Archived,org.kontor.api.record.RecordQuery$Sort,int,java.lang.String)
fld public final static int DEFAULT_LIMIT = 50
fld public final static int MAX_LIMIT = 200
fld public final static org.kontor.api.record.RecordQuery ALL
innr public final static !enum Archived
innr public final static !enum Match
innr public final static !enum SortKey
innr public final static Sort
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.String cursor()
meth public java.lang.String text()
meth public java.util.Map<org.kontor.api.record.Field,java.lang.Object> where()
meth public org.kontor.api.record.RecordQuery where(org.kontor.api.record.Field,java.lang.Object)
meth public org.kontor.api.record.RecordQuery withArchived(org.kontor.api.record.RecordQuery$Archived)
meth public org.kontor.api.record.RecordQuery withCursor(java.lang.String)
meth public org.kontor.api.record.RecordQuery withLimit(int)
meth public org.kontor.api.record.RecordQuery withMatch(org.kontor.api.record.RecordQuery$Match)
meth public org.kontor.api.record.RecordQuery withSort(org.kontor.api.record.RecordQuery$SortKey,boolean)
meth public org.kontor.api.record.RecordQuery withText(java.lang.String)
meth public org.kontor.api.record.RecordQuery$Archived archived()
meth public org.kontor.api.record.RecordQuery$Match match()
meth public org.kontor.api.record.RecordQuery$Sort sort()
supr java.lang.Record
hfds archived,cursor,limit,match,sort,text,where

CLSS public final static !enum org.kontor.api.record.RecordQuery$Archived
 outer org.kontor.api.record.RecordQuery
fld public final static org.kontor.api.record.RecordQuery$Archived ANY
fld public final static org.kontor.api.record.RecordQuery$Archived NO
fld public final static org.kontor.api.record.RecordQuery$Archived YES
meth public static org.kontor.api.record.RecordQuery$Archived valueOf(java.lang.String)
meth public static org.kontor.api.record.RecordQuery$Archived[] values()
supr java.lang.Enum<org.kontor.api.record.RecordQuery$Archived>

CLSS public final static !enum org.kontor.api.record.RecordQuery$Match
 outer org.kontor.api.record.RecordQuery
fld public final static org.kontor.api.record.RecordQuery$Match PART
fld public final static org.kontor.api.record.RecordQuery$Match SIMILAR
fld public final static org.kontor.api.record.RecordQuery$Match WORDS
meth public static org.kontor.api.record.RecordQuery$Match valueOf(java.lang.String)
meth public static org.kontor.api.record.RecordQuery$Match[] values()
supr java.lang.Enum<org.kontor.api.record.RecordQuery$Match>

CLSS public final static org.kontor.api.record.RecordQuery$Sort
 outer org.kontor.api.record.RecordQuery
cons public init(org.kontor.api.record.RecordQuery$SortKey,boolean)
meth public boolean descending()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public org.kontor.api.record.RecordQuery$SortKey key()
supr java.lang.Record
hfds descending,key

CLSS public final static !enum org.kontor.api.record.RecordQuery$SortKey
 outer org.kontor.api.record.RecordQuery
fld public final static org.kontor.api.record.RecordQuery$SortKey CHANGED
fld public final static org.kontor.api.record.RecordQuery$SortKey CODE
fld public final static org.kontor.api.record.RecordQuery$SortKey COUNTRY
fld public final static org.kontor.api.record.RecordQuery$SortKey NAME
meth public static org.kontor.api.record.RecordQuery$SortKey valueOf(java.lang.String)
meth public static org.kontor.api.record.RecordQuery$SortKey[] values()
supr java.lang.Enum<org.kontor.api.record.RecordQuery$SortKey>

CLSS public abstract interface org.kontor.api.record.RecordService<%0 extends org.kontor.api.record.BusinessRecord>
meth public abstract java.util.List<org.kontor.api.record.Choice> lookup(org.kontor.api.call.CallContext,java.lang.String,java.util.Map<org.kontor.api.record.Field,java.lang.Object>,int)
meth public abstract java.util.Map<java.util.UUID,{org.kontor.api.record.RecordService%0}> getAll(org.kontor.api.call.CallContext,java.util.Collection<java.util.UUID>)
meth public abstract org.kontor.api.record.Page<{org.kontor.api.record.RecordService%0}> find(org.kontor.api.call.CallContext,org.kontor.api.record.RecordQuery)
meth public abstract void delete(org.kontor.api.call.CallContext,java.util.UUID,long)
meth public abstract void forEach(org.kontor.api.call.CallContext,org.kontor.api.record.RecordQuery,java.util.function.Consumer<? super {org.kontor.api.record.RecordService%0}>)
meth public abstract {org.kontor.api.record.RecordService%0} create(org.kontor.api.call.CallContext,org.kontor.api.record.FieldValues)
meth public abstract {org.kontor.api.record.RecordService%0} get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract {org.kontor.api.record.RecordService%0} getByCode(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract {org.kontor.api.record.RecordService%0} replace(org.kontor.api.call.CallContext,java.util.UUID,long,org.kontor.api.record.FieldValues)
meth public abstract {org.kontor.api.record.RecordService%0} setArchived(org.kontor.api.call.CallContext,java.util.UUID,java.lang.Long,boolean)
meth public abstract {org.kontor.api.record.RecordService%0} update(org.kontor.api.call.CallContext,java.util.UUID,long,org.kontor.api.record.FieldValues)

CLSS public final !enum org.kontor.api.record.RecordType
fld public final static java.util.List<org.kontor.api.record.RecordType> SYNCHRONISED
fld public final static org.kontor.api.record.RecordType ACCOUNT
fld public final static org.kontor.api.record.RecordType CUSTOMER
fld public final static org.kontor.api.record.RecordType LOCATION
meth public java.lang.String key()
meth public java.util.List<org.kontor.api.record.Field> fields()
meth public java.util.Map<java.lang.String,org.kontor.api.record.Field> filters()
meth public java.util.Optional<org.kontor.api.record.Field> field(java.lang.String)
meth public org.kontor.api.record.Field codeField()
meth public org.kontor.api.record.Field nameField()
meth public static java.util.Optional<org.kontor.api.record.RecordType> ofKey(java.lang.String)
meth public static java.util.Optional<org.kontor.api.record.RecordType> synchronisedOfKey(java.lang.String)
meth public static org.kontor.api.record.RecordType valueOf(java.lang.String)
meth public static org.kontor.api.record.RecordType[] values()
supr java.lang.Enum<org.kontor.api.record.RecordType>
hcls Fields

CLSS public final org.kontor.api.record.Stamp
cons public init(java.time.Instant,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String by()
meth public java.lang.String through()
meth public java.time.Instant at()
supr java.lang.Record
hfds at,by,through

CLSS public final !enum org.kontor.api.record.ValueType
fld public final static org.kontor.api.record.ValueType CHOICE
fld public final static org.kontor.api.record.ValueType CODE
fld public final static org.kontor.api.record.ValueType COUNTRY
fld public final static org.kontor.api.record.ValueType CURRENCY
fld public final static org.kontor.api.record.ValueType DATE
fld public final static org.kontor.api.record.ValueType EMAIL
fld public final static org.kontor.api.record.ValueType FLAG
fld public final static org.kontor.api.record.ValueType LANGUAGE
fld public final static org.kontor.api.record.ValueType LATITUDE
fld public final static org.kontor.api.record.ValueType LINES
fld public final static org.kontor.api.record.ValueType LONGITUDE
fld public final static org.kontor.api.record.ValueType NUMBER
fld public final static org.kontor.api.record.ValueType PHONE
fld public final static org.kontor.api.record.ValueType REFERENCE
fld public final static org.kontor.api.record.ValueType REGION
fld public final static org.kontor.api.record.ValueType TAGS
fld public final static org.kontor.api.record.ValueType TEXT
fld public final static org.kontor.api.record.ValueType TIME_ZONE
fld public final static org.kontor.api.record.ValueType WEB_ADDRESS
meth public java.lang.Class<?> javaType()
meth public static org.kontor.api.record.ValueType valueOf(java.lang.String)
meth public static org.kontor.api.record.ValueType[] values()
supr java.lang.Enum<org.kontor.api.record.ValueType>
hfds javaType

CLSS abstract interface org.kontor.api.record.package-info

CLSS public final org.kontor.api.signup.NewSignUpPage
cons public init(java.lang.String,boolean,org.kontor.api.account.PlanChoice)
meth public boolean on()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public org.kontor.api.account.PlanChoice plan()
supr java.lang.Record
hfds name,on,plan

CLSS public final org.kontor.api.signup.SignUpLink
cons public init(org.kontor.api.signup.SignUpLink$State,java.util.UUID,java.lang.String)
innr public final static !enum State
meth public boolean counts()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String company()
meth public java.util.UUID page()
meth public org.kontor.api.signup.SignUpLink$State state()
supr java.lang.Record
hfds company,page,state

CLSS public final static !enum org.kontor.api.signup.SignUpLink$State
 outer org.kontor.api.signup.SignUpLink
fld public final static org.kontor.api.signup.SignUpLink$State KNOWN
fld public final static org.kontor.api.signup.SignUpLink$State NOT_PROVEN
fld public final static org.kontor.api.signup.SignUpLink$State OVER
fld public final static org.kontor.api.signup.SignUpLink$State PASSWORD
fld public final static org.kontor.api.signup.SignUpLink$State UNKNOWN
meth public static org.kontor.api.signup.SignUpLink$State valueOf(java.lang.String)
meth public static org.kontor.api.signup.SignUpLink$State[] values()
supr java.lang.Enum<org.kontor.api.signup.SignUpLink$State>

CLSS public final org.kontor.api.signup.SignUpPage
cons public init(java.util.UUID,java.lang.String,boolean,org.kontor.api.account.PlanChoice,java.lang.String,long)
meth public boolean on()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String changedBy()
meth public java.lang.String name()
meth public java.util.UUID account()
meth public long version()
meth public org.kontor.api.account.PlanChoice plan()
supr java.lang.Record
hfds account,changedBy,name,on,plan,version

CLSS public abstract interface org.kontor.api.signup.SignUpPages
fld public final static int MAX_NAME = 40
meth public abstract org.kontor.api.signup.SignUpPage get(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.signup.SignUpPage put(org.kontor.api.call.CallContext,java.lang.Long,org.kontor.api.signup.NewSignUpPage)
meth public abstract void delete(org.kontor.api.call.CallContext,long)

CLSS public final org.kontor.api.signup.SignUpWish
cons public init(java.lang.String,java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String company()
meth public java.lang.String email()
meth public java.lang.String language()
meth public java.lang.String name()
supr java.lang.Record
hfds company,email,language,name

CLSS public abstract interface org.kontor.api.signup.SignUps
meth public abstract java.util.UUID page(java.lang.String)
meth public abstract org.kontor.api.signup.SignUpLink look(java.lang.String)
meth public abstract org.kontor.api.signup.SignedUp confirm(org.kontor.api.call.Source,java.lang.String,char[])
meth public abstract void ask(java.lang.String,org.kontor.api.signup.SignUpWish)

CLSS public final org.kontor.api.signup.SignedUp
cons public init(org.kontor.api.signup.SignUpLink,java.lang.String,java.util.UUID,boolean)
meth public boolean passwordSet()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String login()
meth public java.util.UUID account()
meth public org.kontor.api.signup.SignUpLink link()
supr java.lang.Record
hfds account,link,login,passwordSet

CLSS abstract interface org.kontor.api.signup.package-info

CLSS public final org.kontor.api.support.NewSupportSession
cons public init(java.util.UUID,java.lang.String,java.lang.Integer,org.kontor.api.call.Role)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Integer minutes()
meth public java.lang.String reason()
meth public java.util.UUID account()
meth public org.kontor.api.call.Role role()
supr java.lang.Record
hfds account,minutes,reason,role

CLSS public final org.kontor.api.support.SupportSession
cons public init(java.util.UUID,org.kontor.api.provider.Party,org.kontor.api.provider.Party,java.util.UUID,java.lang.String,java.lang.String,java.lang.String,int,org.kontor.api.call.Role,org.kontor.api.support.SupportSessionState,java.time.Instant,java.time.Instant,java.time.Instant,java.lang.String,java.time.Instant,java.time.Instant,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int minutes()
meth public java.lang.String answeredBy()
meth public java.lang.String endedBy()
meth public java.lang.String login()
meth public java.lang.String name()
meth public java.lang.String reason()
meth public java.time.Instant answerBy()
meth public java.time.Instant answered()
meth public java.time.Instant ended()
meth public java.time.Instant ends()
meth public java.time.Instant requested()
meth public java.util.UUID id()
meth public java.util.UUID person()
meth public org.kontor.api.call.Role role()
meth public org.kontor.api.provider.Party account()
meth public org.kontor.api.provider.Party askedFrom()
meth public org.kontor.api.support.SupportSessionState state()
supr java.lang.Record
hfds account,answerBy,answered,answeredBy,askedFrom,ended,endedBy,ends,id,login,minutes,name,person,reason,requested,role,state

CLSS public final org.kontor.api.support.SupportSessionQuery
cons public init(org.kontor.api.support.SupportSessionState,int,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int limit()
meth public java.lang.String cursor()
meth public org.kontor.api.support.SupportSessionState state()
supr java.lang.Record
hfds cursor,limit,state

CLSS public final !enum org.kontor.api.support.SupportSessionState
fld public final static org.kontor.api.support.SupportSessionState ACTIVE
fld public final static org.kontor.api.support.SupportSessionState ENDED
fld public final static org.kontor.api.support.SupportSessionState EXPIRED
fld public final static org.kontor.api.support.SupportSessionState REFUSED
fld public final static org.kontor.api.support.SupportSessionState REQUESTED
meth public static org.kontor.api.support.SupportSessionState valueOf(java.lang.String)
meth public static org.kontor.api.support.SupportSessionState[] values()
supr java.lang.Enum<org.kontor.api.support.SupportSessionState>

CLSS public abstract interface org.kontor.api.support.SupportSessions
fld public final static int ANSWER_HOURS = 72
fld public final static int DEFAULT_MINUTES = 60
fld public final static int MAX_MINUTES = 1440
fld public final static int MAX_REASON = 500
fld public final static int MIN_MINUTES = 15
meth public abstract org.kontor.api.record.Page<org.kontor.api.support.SupportSession> find(org.kontor.api.call.CallContext,org.kontor.api.support.SupportSessionQuery)
meth public abstract org.kontor.api.support.SupportSession end(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.support.SupportSession get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.support.SupportSession grant(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.support.SupportSession refuse(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.support.SupportSession request(org.kontor.api.call.CallContext,org.kontor.api.support.NewSupportSession)

CLSS abstract interface org.kontor.api.support.package-info

CLSS public final org.kontor.api.sync.Again
cons public init(java.util.List<java.lang.String>,java.time.Instant,java.time.Instant,boolean)
fld public final static int MAX_RECORDS = 1000
meth public boolean full()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String field()
meth public java.time.Instant changedFrom()
meth public java.time.Instant changedTo()
meth public java.util.List<java.lang.String> records()
meth public static org.kontor.api.sync.Again changed(java.time.Instant,java.time.Instant)
meth public static org.kontor.api.sync.Again everything()
meth public static org.kontor.api.sync.Again records(java.util.List<java.lang.String>)
supr java.lang.Record
hfds FIRST,LAST,MAX_ID,changedFrom,changedTo,full,records

CLSS public final org.kontor.api.sync.Batch
cons public init(java.util.UUID,org.kontor.api.record.RecordType,java.util.List<org.kontor.api.sync.SourceRecord>,org.kontor.api.sync.SyncRules,org.kontor.api.sync.Progress)
cons public init(java.util.UUID,org.kontor.api.record.RecordType,java.util.List<org.kontor.api.sync.SourceRecord>,org.kontor.api.sync.SyncRules,org.kontor.api.sync.Progress,org.kontor.api.sync.Reach)
fld public final static int MAX_SIZE = 1000
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.sync.SourceRecord> records()
meth public java.util.UUID run()
meth public org.kontor.api.record.RecordType type()
meth public org.kontor.api.sync.Progress progress()
meth public org.kontor.api.sync.Reach reach()
meth public org.kontor.api.sync.SyncRules rules()
supr java.lang.Record
hfds progress,reach,records,rules,run,type

CLSS public final org.kontor.api.sync.Brake
cons public init(long,double)
fld public final static org.kontor.api.sync.Brake DEFAULT
fld public final static org.kontor.api.sync.Brake NONE
meth public boolean stops(long,long)
meth public double share()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public long number()
supr java.lang.Record
hfds number,share

CLSS public final org.kontor.api.sync.Braked
cons public init(java.lang.String,org.kontor.api.record.RecordType,java.time.Instant,long,long,java.lang.String,java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String releasedBy()
meth public java.time.Instant releasedAt()
meth public java.time.Instant since()
meth public long archives()
meth public long known()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds archives,connection,known,releasedAt,releasedBy,since,type

CLSS public abstract interface org.kontor.api.sync.Brakes
meth public abstract java.util.List<org.kontor.api.sync.Braked> list(org.kontor.api.call.CallContext)
meth public abstract java.util.List<org.kontor.api.sync.Braked> release(org.kontor.api.call.CallContext,java.lang.String)

CLSS public final org.kontor.api.sync.CheckedStep
cons public init(java.lang.String,org.kontor.api.sync.CheckedStep$StepState,java.lang.String,java.lang.String,long)
innr public final static !enum StepState
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String advice()
meth public java.lang.String message()
meth public java.lang.String step()
meth public long millis()
meth public org.kontor.api.sync.CheckedStep$StepState state()
supr java.lang.Record
hfds advice,message,millis,state,step

CLSS public final static !enum org.kontor.api.sync.CheckedStep$StepState
 outer org.kontor.api.sync.CheckedStep
fld public final static org.kontor.api.sync.CheckedStep$StepState FAILED
fld public final static org.kontor.api.sync.CheckedStep$StepState OK
fld public final static org.kontor.api.sync.CheckedStep$StepState SKIPPED
meth public static org.kontor.api.sync.CheckedStep$StepState valueOf(java.lang.String)
meth public static org.kontor.api.sync.CheckedStep$StepState[] values()
supr java.lang.Enum<org.kontor.api.sync.CheckedStep$StepState>

CLSS public final org.kontor.api.sync.Conflict
cons public init(java.util.UUID,java.lang.String,org.kontor.api.record.RecordType,java.lang.String,java.util.UUID,java.lang.String,java.lang.Object,java.lang.Object,java.lang.Object,java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Object agreed()
meth public java.lang.Object ours()
meth public java.lang.Object theirs()
meth public java.lang.String connection()
meth public java.lang.String externalId()
meth public java.lang.String field()
meth public java.time.Instant since()
meth public java.util.UUID id()
meth public java.util.UUID recordId()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds agreed,connection,externalId,field,id,ours,recordId,since,theirs,type

CLSS public final org.kontor.api.sync.ConflictQuery
cons public init(java.lang.String,org.kontor.api.record.RecordType,java.util.UUID,java.lang.String)
fld public final static org.kontor.api.sync.ConflictQuery ALL
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String field()
meth public java.util.UUID recordId()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds connection,field,recordId,type

CLSS public abstract interface org.kontor.api.sync.Conflicts
fld public final static int MAX_DECIDED = 1000
innr public final static Decided
innr public final static Refused
meth public abstract org.kontor.api.record.Page<org.kontor.api.sync.Conflict> list(org.kontor.api.call.CallContext,org.kontor.api.sync.ConflictQuery,int,java.lang.String)
meth public abstract org.kontor.api.sync.Conflict get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.sync.Conflicts$Decided decideAll(org.kontor.api.call.CallContext,org.kontor.api.sync.ConflictQuery,org.kontor.api.sync.Side)
meth public abstract void decide(org.kontor.api.call.CallContext,java.util.List<java.util.UUID>,org.kontor.api.sync.Side)

CLSS public final static org.kontor.api.sync.Conflicts$Decided
 outer org.kontor.api.sync.Conflicts
cons public init(long,java.util.List<org.kontor.api.sync.Conflicts$Refused>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.sync.Conflicts$Refused> refused()
meth public long count()
supr java.lang.Record
hfds count,refused

CLSS public final static org.kontor.api.sync.Conflicts$Refused
 outer org.kontor.api.sync.Conflicts
cons public init(java.util.UUID,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String error()
meth public java.lang.String message()
meth public java.util.UUID id()
supr java.lang.Record
hfds error,id,message

CLSS public abstract interface org.kontor.api.sync.ConnectionDesk
fld public final static int MAX_BODY = 10000
fld public final static java.time.Duration LONGEST_CHECK
fld public final static java.time.Duration LONGEST_TRACE
meth public abstract java.util.List<org.kontor.api.sync.CheckedStep> check(org.kontor.api.call.CallContext,java.lang.String,java.util.function.Consumer<org.kontor.api.sync.CheckedStep>)
meth public abstract org.kontor.api.sync.ConnectionTrace trace(org.kontor.api.call.CallContext,java.lang.String,java.time.Duration,int)

CLSS public final !enum org.kontor.api.sync.ConnectionState
fld public final static org.kontor.api.sync.ConnectionState FAILED
fld public final static org.kontor.api.sync.ConnectionState IDLE
fld public final static org.kontor.api.sync.ConnectionState PAUSED
fld public final static org.kontor.api.sync.ConnectionState RUNNING
fld public final static org.kontor.api.sync.ConnectionState STARTING
fld public final static org.kontor.api.sync.ConnectionState STOPPED
fld public final static org.kontor.api.sync.ConnectionState WAITING
meth public static org.kontor.api.sync.ConnectionState valueOf(java.lang.String)
meth public static org.kontor.api.sync.ConnectionState[] values()
supr java.lang.Enum<org.kontor.api.sync.ConnectionState>

CLSS public final org.kontor.api.sync.ConnectionStatus
cons public init(java.lang.String,java.lang.String,org.kontor.api.sync.ConnectionState,java.time.Instant,java.lang.String,java.time.Instant)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connector()
meth public java.lang.String message()
meth public java.lang.String name()
meth public java.time.Instant lastSuccess()
meth public java.time.Instant since()
meth public org.kontor.api.sync.ConnectionState state()
supr java.lang.Record
hfds connector,lastSuccess,message,name,since,state

CLSS public abstract interface org.kontor.api.sync.ConnectionTrace
intf java.lang.AutoCloseable
meth public abstract boolean isOpen()
meth public abstract long dropped()
meth public abstract org.kontor.api.sync.TracedCall next(java.time.Duration) throws java.lang.InterruptedException
meth public abstract void close()

CLSS public abstract interface org.kontor.api.sync.Connections
meth public abstract boolean sync(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract java.util.List<org.kontor.api.sync.ConnectionStatus> list(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.sync.ConnectionStatus get(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract void again(org.kontor.api.call.CallContext,java.lang.String,org.kontor.api.sync.Again)
meth public abstract void pause(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract void resume(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract void start(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract void stop(org.kontor.api.call.CallContext,java.lang.String)

CLSS public final !enum org.kontor.api.sync.DeleteRule
fld public final static org.kontor.api.sync.DeleteRule ARCHIVE
fld public final static org.kontor.api.sync.DeleteRule DELETE
meth public static org.kontor.api.sync.DeleteRule valueOf(java.lang.String)
meth public static org.kontor.api.sync.DeleteRule[] values()
supr java.lang.Enum<org.kontor.api.sync.DeleteRule>

CLSS public final org.kontor.api.sync.Drift
cons public init(java.util.UUID,org.kontor.api.record.RecordType,org.kontor.api.sync.DriftKind,java.lang.String,java.util.UUID,java.lang.String,java.lang.String,java.util.List<org.kontor.api.sync.DriftField>,org.kontor.api.sync.Repair)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.lang.String externalId()
meth public java.lang.String message()
meth public java.util.List<org.kontor.api.sync.DriftField> fields()
meth public java.util.UUID id()
meth public java.util.UUID recordId()
meth public org.kontor.api.record.RecordType type()
meth public org.kontor.api.sync.DriftKind kind()
meth public org.kontor.api.sync.Repair repaired()
supr java.lang.Record
hfds code,externalId,fields,id,kind,message,recordId,repaired,type

CLSS public final org.kontor.api.sync.DriftCounts
cons public init(org.kontor.api.record.RecordType,long,long,long,long,long,long,long)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public long differs()
meth public long found()
meth public long linked()
meth public long missingHere()
meth public long missingThere()
meth public long there()
meth public long unlinked()
meth public long waiting()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds differs,linked,missingHere,missingThere,there,type,unlinked,waiting

CLSS public final org.kontor.api.sync.DriftField
cons public init(java.lang.String,java.lang.Object,java.lang.Object,java.lang.Object)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Object agreed()
meth public java.lang.Object ours()
meth public java.lang.Object theirs()
meth public java.lang.String field()
supr java.lang.Record
hfds agreed,field,ours,theirs

CLSS public final !enum org.kontor.api.sync.DriftKind
fld public final static org.kontor.api.sync.DriftKind DIFFERS
fld public final static org.kontor.api.sync.DriftKind MISSING_HERE
fld public final static org.kontor.api.sync.DriftKind MISSING_THERE
fld public final static org.kontor.api.sync.DriftKind WAITING
meth public static org.kontor.api.sync.DriftKind valueOf(java.lang.String)
meth public static org.kontor.api.sync.DriftKind[] values()
supr java.lang.Enum<org.kontor.api.sync.DriftKind>

CLSS public abstract interface org.kontor.api.sync.DryRuns
fld public final static int MOST_DETAILED = 10000
meth public abstract java.util.UUID begin(org.kontor.api.call.CallContext,java.lang.String)

CLSS public final org.kontor.api.sync.Explanation
cons public init(org.kontor.api.record.RecordType,java.util.UUID,java.lang.String,java.lang.String,long,java.util.List<org.kontor.api.sync.Explanation$ExplainedField>,java.util.List<org.kontor.api.sync.Explanation$ExplainedLink>,java.util.List<org.kontor.api.sync.Conflict>,java.util.List<org.kontor.api.sync.Quarantined>,java.util.List<org.kontor.api.sync.UnsentRecord>,java.time.Instant)
fld public final static int MAX_CHANGES = 1000
fld public final static int MAX_WAITING = 200
innr public final static ExplainedField
innr public final static ExplainedLink
innr public final static Told
innr public final static ValueOrigin
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.lang.String name()
meth public java.time.Instant lookedBackTo()
meth public java.util.List<org.kontor.api.sync.Conflict> conflicts()
meth public java.util.List<org.kontor.api.sync.Explanation$ExplainedField> fields()
meth public java.util.List<org.kontor.api.sync.Explanation$ExplainedLink> links()
meth public java.util.List<org.kontor.api.sync.Quarantined> quarantined()
meth public java.util.List<org.kontor.api.sync.UnsentRecord> unsent()
meth public java.util.UUID recordId()
meth public long version()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds code,conflicts,fields,links,lookedBackTo,name,quarantined,recordId,type,unsent,version

CLSS public final static org.kontor.api.sync.Explanation$ExplainedField
 outer org.kontor.api.sync.Explanation
cons public init(java.lang.String,java.lang.Object,org.kontor.api.sync.Explanation$ValueOrigin,java.util.List<org.kontor.api.sync.Explanation$Told>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Object value()
meth public java.lang.String field()
meth public java.util.List<org.kontor.api.sync.Explanation$Told> told()
meth public org.kontor.api.sync.Explanation$ValueOrigin origin()
supr java.lang.Record
hfds field,origin,told,value

CLSS public final static org.kontor.api.sync.Explanation$ExplainedLink
 outer org.kontor.api.sync.Explanation
cons public init(java.lang.String,java.lang.String,boolean,java.util.List<org.kontor.api.sync.MatchKey>,java.time.Instant,org.kontor.api.sync.Explanation$ValueOrigin)
meth public boolean told()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String externalId()
meth public java.time.Instant rulesSince()
meth public java.util.List<org.kontor.api.sync.MatchKey> match()
meth public org.kontor.api.sync.Explanation$ValueOrigin written()
supr java.lang.Record
hfds connection,externalId,match,rulesSince,told,written

CLSS public final static org.kontor.api.sync.Explanation$Told
 outer org.kontor.api.sync.Explanation
cons public init(java.lang.String,java.lang.String,java.lang.Object,java.lang.Object,org.kontor.api.sync.MergeRule,java.util.UUID)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Object agreed()
meth public java.lang.Object theirs()
meth public java.lang.String connection()
meth public java.lang.String externalId()
meth public java.util.UUID conflict()
meth public org.kontor.api.sync.MergeRule rule()
supr java.lang.Record
hfds agreed,conflict,connection,externalId,rule,theirs

CLSS public final static org.kontor.api.sync.Explanation$ValueOrigin
 outer org.kontor.api.sync.Explanation
cons public init(java.time.Instant,java.lang.String,java.lang.String,java.lang.String,org.kontor.api.audit.AuditAction,java.lang.String,java.util.UUID,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String actor()
meth public java.lang.String before()
meth public java.lang.String onBehalfOf()
meth public java.lang.String source()
meth public java.lang.String through()
meth public java.time.Instant at()
meth public java.util.UUID run()
meth public org.kontor.api.audit.AuditAction action()
supr java.lang.Record
hfds action,actor,at,before,onBehalfOf,run,source,through

CLSS public abstract interface org.kontor.api.sync.Explanations
meth public abstract org.kontor.api.sync.Explanation of(org.kontor.api.call.CallContext,org.kontor.api.record.RecordType,java.util.UUID)
meth public abstract org.kontor.api.sync.Explanation ofExternal(org.kontor.api.call.CallContext,org.kontor.api.record.RecordType,java.lang.String,java.lang.String)

CLSS public final org.kontor.api.sync.ItemResult
cons public init(java.lang.String,org.kontor.api.sync.Outcome,java.util.UUID,java.lang.String,java.lang.String,java.lang.String,java.util.List<org.kontor.api.error.Violation>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.lang.String error()
meth public java.lang.String externalId()
meth public java.lang.String message()
meth public java.util.List<org.kontor.api.error.Violation> violations()
meth public java.util.UUID recordId()
meth public org.kontor.api.sync.Outcome outcome()
supr java.lang.Record
hfds code,error,externalId,message,outcome,recordId,violations

CLSS public abstract interface org.kontor.api.sync.Mappings
innr public final static !enum State
innr public final static Mapping
innr public final static Trial
innr public final static TriedField
innr public final static TriedRecord
meth public abstract java.lang.String text(org.kontor.api.call.CallContext,java.lang.String,org.kontor.api.record.RecordType)
meth public abstract java.util.List<org.kontor.api.sync.Mappings$Mapping> list(org.kontor.api.call.CallContext)
meth public abstract org.kontor.api.sync.Mappings$Trial test(org.kontor.api.call.CallContext,java.lang.String,java.lang.String,java.lang.String)

CLSS public final static org.kontor.api.sync.Mappings$Mapping
 outer org.kontor.api.sync.Mappings
cons public init(java.lang.String,org.kontor.api.record.RecordType,java.lang.String,boolean,org.kontor.api.sync.Mappings$State,java.util.List<java.lang.String>)
meth public boolean shipped()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String file()
meth public java.util.List<java.lang.String> errors()
meth public org.kontor.api.record.RecordType type()
meth public org.kontor.api.sync.Mappings$State state()
supr java.lang.Record
hfds connection,errors,file,shipped,state,type

CLSS public final static !enum org.kontor.api.sync.Mappings$State
 outer org.kontor.api.sync.Mappings
fld public final static org.kontor.api.sync.Mappings$State BROKEN
fld public final static org.kontor.api.sync.Mappings$State FAILED
fld public final static org.kontor.api.sync.Mappings$State GOOD
fld public final static org.kontor.api.sync.Mappings$State UNCHECKED
fld public final static org.kontor.api.sync.Mappings$State UNUSED
meth public static org.kontor.api.sync.Mappings$State valueOf(java.lang.String)
meth public static org.kontor.api.sync.Mappings$State[] values()
supr java.lang.Enum<org.kontor.api.sync.Mappings$State>

CLSS public final static org.kontor.api.sync.Mappings$Trial
 outer org.kontor.api.sync.Mappings
cons public init(java.util.List<java.lang.String>,java.util.List<org.kontor.api.sync.Mappings$TriedRecord>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<java.lang.String> errors()
meth public java.util.List<org.kontor.api.sync.Mappings$TriedRecord> records()
supr java.lang.Record
hfds errors,records

CLSS public final static org.kontor.api.sync.Mappings$TriedField
 outer org.kontor.api.sync.Mappings
cons public init(java.lang.String,java.lang.Object,java.lang.String,int)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int line()
meth public java.lang.Object value()
meth public java.lang.String expression()
meth public java.lang.String field()
supr java.lang.Record
hfds expression,field,line,value

CLSS public final static org.kontor.api.sync.Mappings$TriedRecord
 outer org.kontor.api.sync.Mappings
cons public init(java.lang.String,java.lang.Boolean,java.util.List<org.kontor.api.sync.Mappings$TriedField>,java.util.List<org.kontor.api.error.Violation>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Boolean archived()
meth public java.lang.String externalId()
meth public java.util.List<org.kontor.api.error.Violation> violations()
meth public java.util.List<org.kontor.api.sync.Mappings$TriedField> fields()
supr java.lang.Record
hfds archived,externalId,fields,violations

CLSS public final !enum org.kontor.api.sync.MatchKey
fld public final static org.kontor.api.sync.MatchKey CODE
fld public final static org.kontor.api.sync.MatchKey DOMAIN
fld public final static org.kontor.api.sync.MatchKey EMAIL
fld public final static org.kontor.api.sync.MatchKey TAX_ID
meth public boolean fits(org.kontor.api.record.RecordType)
meth public java.lang.String key()
meth public java.util.List<java.lang.String> fields()
meth public static java.util.Optional<org.kontor.api.sync.MatchKey> ofKey(java.lang.String)
meth public static org.kontor.api.sync.MatchKey valueOf(java.lang.String)
meth public static org.kontor.api.sync.MatchKey[] values()
supr java.lang.Enum<org.kontor.api.sync.MatchKey>
hfds fields,key

CLSS public final !enum org.kontor.api.sync.MergeRule
fld public final static org.kontor.api.sync.MergeRule ASK
fld public final static org.kontor.api.sync.MergeRule NEWEST
fld public final static org.kontor.api.sync.MergeRule OURS
fld public final static org.kontor.api.sync.MergeRule THEIRS
meth public java.lang.String key()
meth public static java.util.Optional<org.kontor.api.sync.MergeRule> ofKey(java.lang.String)
meth public static org.kontor.api.sync.MergeRule valueOf(java.lang.String)
meth public static org.kontor.api.sync.MergeRule[] values()
supr java.lang.Enum<org.kontor.api.sync.MergeRule>

CLSS public final !enum org.kontor.api.sync.Outcome
fld public final static org.kontor.api.sync.Outcome ARCHIVED
fld public final static org.kontor.api.sync.Outcome CONFLICT
fld public final static org.kontor.api.sync.Outcome CREATED
fld public final static org.kontor.api.sync.Outcome DELETED
fld public final static org.kontor.api.sync.Outcome REFUSED
fld public final static org.kontor.api.sync.Outcome SENT
fld public final static org.kontor.api.sync.Outcome UNARCHIVED
fld public final static org.kontor.api.sync.Outcome UNCHANGED
fld public final static org.kontor.api.sync.Outcome UPDATED
meth public static org.kontor.api.sync.Outcome of(org.kontor.api.audit.AuditAction)
meth public static org.kontor.api.sync.Outcome valueOf(java.lang.String)
meth public static org.kontor.api.sync.Outcome[] values()
supr java.lang.Enum<org.kontor.api.sync.Outcome>

CLSS public final org.kontor.api.sync.Progress
cons public init(java.lang.String,java.util.List<org.kontor.api.sync.Progress$Seen>)
innr public final static Seen
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String cursor()
meth public java.util.List<org.kontor.api.sync.Progress$Seen> seen()
supr java.lang.Record
hfds cursor,seen

CLSS public final static org.kontor.api.sync.Progress$Seen
 outer org.kontor.api.sync.Progress
cons public init(java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String row()
meth public java.lang.String stamp()
supr java.lang.Record
hfds row,stamp

CLSS public abstract interface org.kontor.api.sync.Quarantine
innr public final static Identity
innr public final static Replayed
meth public abstract org.kontor.api.record.Page<org.kontor.api.sync.Quarantined> list(org.kontor.api.call.CallContext,org.kontor.api.sync.QuarantineQuery,int,java.lang.String)
meth public abstract org.kontor.api.sync.ItemResult replay(org.kontor.api.call.CallContext,java.util.UUID,java.util.Map<java.lang.String,java.lang.Object>,org.kontor.api.sync.Quarantine$Identity)
meth public abstract org.kontor.api.sync.Quarantine$Replayed replayAll(org.kontor.api.call.CallContext,org.kontor.api.sync.QuarantineQuery)
meth public abstract org.kontor.api.sync.Quarantined get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract void dismiss(org.kontor.api.call.CallContext,java.util.UUID)

CLSS public final static org.kontor.api.sync.Quarantine$Identity
 outer org.kontor.api.sync.Quarantine
cons public init(java.util.UUID)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.UUID recordId()
supr java.lang.Record
hfds recordId

CLSS public final static org.kontor.api.sync.Quarantine$Replayed
 outer org.kontor.api.sync.Quarantine
cons public init(long,long)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public long refused()
meth public long taken()
supr java.lang.Record
hfds refused,taken

CLSS public final org.kontor.api.sync.QuarantineQuery
cons public init(java.lang.String,org.kontor.api.record.RecordType,java.util.UUID,java.lang.String)
fld public final static org.kontor.api.sync.QuarantineQuery ALL
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String error()
meth public java.util.UUID recordId()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds connection,error,recordId,type

CLSS public final org.kontor.api.sync.Quarantined
cons public init(java.util.UUID,java.lang.String,org.kontor.api.record.RecordType,java.lang.String,java.util.UUID,java.lang.String,java.lang.String,java.util.List<org.kontor.api.error.Violation>,java.util.Map<java.lang.String,java.lang.Object>,java.time.Instant,java.time.Instant,int)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int attempts()
meth public java.lang.String connection()
meth public java.lang.String error()
meth public java.lang.String externalId()
meth public java.lang.String message()
meth public java.time.Instant firstSeen()
meth public java.time.Instant lastSeen()
meth public java.util.List<org.kontor.api.error.Violation> violations()
meth public java.util.Map<java.lang.String,java.lang.Object> values()
meth public java.util.UUID id()
meth public java.util.UUID recordId()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds attempts,connection,error,externalId,firstSeen,id,lastSeen,message,recordId,type,values,violations

CLSS public final org.kontor.api.sync.Reach
cons public init(long,long)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public long done()
meth public long total()
supr java.lang.Record
hfds done,total

CLSS public final org.kontor.api.sync.Reconciliation
cons public init(java.util.UUID,java.lang.String,boolean,org.kontor.api.sync.RunState,java.time.Instant,java.time.Instant,java.lang.String,java.util.List<org.kontor.api.sync.DriftCounts>)
meth public boolean scheduled()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String message()
meth public java.time.Instant endedAt()
meth public java.time.Instant startedAt()
meth public java.util.List<org.kontor.api.sync.DriftCounts> counts()
meth public java.util.UUID id()
meth public long found()
meth public org.kontor.api.sync.RunState state()
supr java.lang.Record
hfds connection,counts,endedAt,id,message,scheduled,startedAt,state

CLSS public abstract interface org.kontor.api.sync.Reconciliations
fld public final static int KEPT = 10
fld public final static int MOST_LISTED = 1000
innr public final static Left
innr public final static Repaired
meth public abstract java.util.UUID begin(org.kontor.api.call.CallContext,java.lang.String)
meth public abstract org.kontor.api.record.Page<org.kontor.api.sync.Drift> drift(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.record.RecordType,org.kontor.api.sync.DriftKind,int,java.lang.String)
meth public abstract org.kontor.api.record.Page<org.kontor.api.sync.Reconciliation> list(org.kontor.api.call.CallContext,java.lang.String,int,java.lang.String)
meth public abstract org.kontor.api.sync.Reconciliation get(org.kontor.api.call.CallContext,java.util.UUID)
meth public abstract org.kontor.api.sync.Reconciliations$Repaired repair(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.sync.DriftKind,org.kontor.api.sync.Repair)

CLSS public final static org.kontor.api.sync.Reconciliations$Left
 outer org.kontor.api.sync.Reconciliations
cons public init(org.kontor.api.record.RecordType,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String externalId()
meth public java.lang.String message()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds externalId,message,type

CLSS public final static org.kontor.api.sync.Reconciliations$Repaired
 outer org.kontor.api.sync.Reconciliations
cons public init(java.util.UUID,long,long,long,java.util.List<org.kontor.api.sync.Reconciliations$Left>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.sync.Reconciliations$Left> reasons()
meth public java.util.UUID run()
meth public long left()
meth public long sending()
meth public long taken()
supr java.lang.Record
hfds left,reasons,run,sending,taken

CLSS public final org.kontor.api.sync.Rehearsed
cons public init(org.kontor.api.sync.ItemResult,org.kontor.api.record.FieldValues)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public org.kontor.api.record.FieldValues values()
meth public org.kontor.api.sync.ItemResult result()
supr java.lang.Record
hfds result,values

CLSS public final !enum org.kontor.api.sync.Repair
fld public final static org.kontor.api.sync.Repair BOTH
fld public final static org.kontor.api.sync.Repair OURS
fld public final static org.kontor.api.sync.Repair THEIRS
meth public static org.kontor.api.sync.Repair valueOf(java.lang.String)
meth public static org.kontor.api.sync.Repair[] values()
supr java.lang.Enum<org.kontor.api.sync.Repair>

CLSS public final org.kontor.api.sync.Run
cons public init(java.util.UUID,java.lang.String,org.kontor.api.record.RecordType,java.lang.String,org.kontor.api.sync.RunState,java.time.Instant,java.time.Instant,java.lang.String,long,org.kontor.api.sync.RunProgress,long,long,long,long,long,long,long,boolean)
meth public boolean dryRun()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String message()
meth public java.lang.String source()
meth public java.time.Instant endedAt()
meth public java.time.Instant startedAt()
meth public java.util.UUID id()
meth public long archived()
meth public long conflicts()
meth public long created()
meth public long read()
meth public long refused()
meth public long sent()
meth public long unchanged()
meth public long updated()
meth public org.kontor.api.record.RecordType type()
meth public org.kontor.api.sync.RunProgress progress()
meth public org.kontor.api.sync.RunState state()
meth public static org.kontor.api.sync.Run begun(java.util.UUID,java.lang.String,org.kontor.api.record.RecordType,java.lang.String,java.time.Instant)
meth public static org.kontor.api.sync.Run dry(java.util.UUID,java.lang.String,java.lang.String,java.time.Instant)
supr java.lang.Record
hfds archived,conflicts,connection,created,dryRun,endedAt,id,message,progress,read,refused,sent,source,startedAt,state,type,unchanged,updated

CLSS public final org.kontor.api.sync.RunItem
cons public init(java.util.UUID,java.util.UUID,org.kontor.api.record.RecordType,java.time.Instant,org.kontor.api.sync.ItemResult,java.util.List<org.kontor.api.audit.FieldChange>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant at()
meth public java.util.List<org.kontor.api.audit.FieldChange> changes()
meth public java.util.UUID id()
meth public java.util.UUID runId()
meth public org.kontor.api.record.RecordType type()
meth public org.kontor.api.sync.ItemResult result()
supr java.lang.Record
hfds at,changes,id,result,runId,type

CLSS public final org.kontor.api.sync.RunProgress
cons public init(java.lang.Long,java.lang.Long,java.lang.Double,java.lang.Long)
fld public final static org.kontor.api.sync.RunProgress UNKNOWN
meth public double share()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Double recordsPerSecond()
meth public java.lang.Long done()
meth public java.lang.Long secondsLeft()
meth public java.lang.Long total()
supr java.lang.Record
hfds done,recordsPerSecond,secondsLeft,total

CLSS public final !enum org.kontor.api.sync.RunState
fld public final static org.kontor.api.sync.RunState COMPLETED
fld public final static org.kontor.api.sync.RunState FAILED
fld public final static org.kontor.api.sync.RunState INTERRUPTED
fld public final static org.kontor.api.sync.RunState RUNNING
meth public static org.kontor.api.sync.RunState valueOf(java.lang.String)
meth public static org.kontor.api.sync.RunState[] values()
supr java.lang.Enum<org.kontor.api.sync.RunState>

CLSS public abstract interface org.kontor.api.sync.Runs
meth public abstract org.kontor.api.record.Page<org.kontor.api.sync.Run> list(org.kontor.api.call.CallContext,java.lang.String,int,java.lang.String)
meth public abstract org.kontor.api.record.Page<org.kontor.api.sync.RunItem> items(org.kontor.api.call.CallContext,java.util.UUID,org.kontor.api.sync.Outcome,int,java.lang.String)
meth public abstract org.kontor.api.sync.Run get(org.kontor.api.call.CallContext,java.util.UUID)

CLSS public final !enum org.kontor.api.sync.Side
fld public final static org.kontor.api.sync.Side OURS
fld public final static org.kontor.api.sync.Side THEIRS
meth public static org.kontor.api.sync.Side valueOf(java.lang.String)
meth public static org.kontor.api.sync.Side[] values()
supr java.lang.Enum<org.kontor.api.sync.Side>

CLSS public final org.kontor.api.sync.SourceRecord
cons public init(java.lang.String,org.kontor.api.record.FieldValues,java.util.Map<org.kontor.api.record.Field,java.lang.String>,java.lang.Boolean,java.time.Instant,org.kontor.api.error.KontorException)
cons public init(java.lang.String,org.kontor.api.record.FieldValues,java.util.Map<org.kontor.api.record.Field,java.lang.String>,java.lang.Boolean,org.kontor.api.error.KontorException)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Boolean archived()
meth public java.lang.String externalId()
meth public java.time.Instant changedAt()
meth public java.util.Map<org.kontor.api.record.Field,java.lang.String> references()
meth public org.kontor.api.error.KontorException refusal()
meth public org.kontor.api.record.FieldValues values()
meth public org.kontor.api.sync.SourceRecord withChangedAt(java.time.Instant)
meth public static org.kontor.api.sync.SourceRecord refused(java.lang.String,org.kontor.api.error.KontorException)
supr java.lang.Record
hfds archived,changedAt,externalId,references,refusal,values

CLSS public final org.kontor.api.sync.SyncRules
cons public init(java.util.List<org.kontor.api.sync.MatchKey>,org.kontor.api.sync.MergeRule,java.util.Map<org.kontor.api.record.Field,org.kontor.api.sync.MergeRule>,boolean)
cons public init(java.util.List<org.kontor.api.sync.MatchKey>,org.kontor.api.sync.MergeRule,java.util.Map<org.kontor.api.record.Field,org.kontor.api.sync.MergeRule>,boolean,boolean,org.kontor.api.sync.Brake)
cons public init(java.util.List<org.kontor.api.sync.MatchKey>,org.kontor.api.sync.MergeRule,java.util.Map<org.kontor.api.record.Field,org.kontor.api.sync.MergeRule>,boolean,boolean,org.kontor.api.sync.Brake,boolean)
fld public final static org.kontor.api.sync.SyncRules BY_CODE
fld public final static org.kontor.api.sync.SyncRules PLAIN
meth public boolean bothWays()
meth public boolean byHand()
meth public boolean emptyClears()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<org.kontor.api.sync.MatchKey> match()
meth public java.util.Map<org.kontor.api.record.Field,org.kontor.api.sync.MergeRule> fields()
meth public org.kontor.api.sync.Brake brake()
meth public org.kontor.api.sync.MergeRule merge()
meth public org.kontor.api.sync.MergeRule merge(org.kontor.api.record.Field)
meth public org.kontor.api.sync.SyncRules matchedBy(java.util.List<org.kontor.api.sync.MatchKey>)
meth public org.kontor.api.sync.SyncRules withBothWays(boolean)
meth public org.kontor.api.sync.SyncRules withBrake(org.kontor.api.sync.Brake)
meth public org.kontor.api.sync.SyncRules withByHand(boolean)
supr java.lang.Record
hfds bothWays,brake,byHand,emptyClears,fields,match,merge

CLSS public abstract interface org.kontor.api.sync.Synchronisation
meth public abstract java.util.List<org.kontor.api.sync.ItemResult> upsert(org.kontor.api.call.CallContext,java.lang.String,org.kontor.api.sync.Batch)
meth public abstract java.util.List<org.kontor.api.sync.Rehearsed> rehearse(org.kontor.api.call.CallContext,java.lang.String,org.kontor.api.record.RecordType,java.util.List<org.kontor.api.sync.SourceRecord>,org.kontor.api.sync.SyncRules)
meth public abstract java.util.Optional<java.lang.String> cursor(java.lang.String)
meth public abstract java.util.Set<org.kontor.api.sync.Progress$Seen> seen(java.lang.String,java.util.Collection<org.kontor.api.sync.Progress$Seen>)
meth public abstract java.util.UUID begin(java.lang.String,org.kontor.api.record.RecordType,java.lang.String,java.util.UUID)
meth public abstract org.kontor.api.call.CallContext caller(java.lang.String)
meth public abstract void advance(java.lang.String,org.kontor.api.sync.Progress)
meth public abstract void complete(java.lang.String,java.util.UUID)
meth public abstract void fail(java.lang.String,java.util.UUID,java.lang.String)
meth public abstract void forgetSeen(java.lang.String,java.lang.String)
meth public abstract void interrupt(java.lang.String)
meth public java.util.List<org.kontor.api.sync.ItemResult> upsert(java.lang.String,org.kontor.api.sync.Batch)
meth public java.util.UUID begin(java.lang.String,org.kontor.api.record.RecordType,java.lang.String)
meth public void completePart(java.lang.String,java.util.UUID)

CLSS public final org.kontor.api.sync.TracedCall
cons public init(java.time.Instant,java.lang.String,java.lang.String,java.lang.String,boolean,long,java.lang.String,java.lang.String,java.lang.String,java.lang.String,java.lang.String)
meth public boolean exchange()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String call()
meth public java.lang.String endpoint()
meth public java.lang.String failure()
meth public java.lang.String received()
meth public java.lang.String request()
meth public java.lang.String response()
meth public java.lang.String route()
meth public java.lang.String sent()
meth public java.time.Instant at()
meth public long millis()
supr java.lang.Record
hfds at,call,endpoint,exchange,failure,millis,received,request,response,route,sent

CLSS public abstract interface org.kontor.api.sync.Unsent
fld public final static int MAX_RETRIED = 1000
meth public abstract long retry(org.kontor.api.call.CallContext,java.util.List<java.util.UUID>)
meth public abstract long retryAll(org.kontor.api.call.CallContext,org.kontor.api.sync.UnsentQuery)
meth public abstract org.kontor.api.record.Page<org.kontor.api.sync.UnsentRecord> list(org.kontor.api.call.CallContext,org.kontor.api.sync.UnsentQuery,int,java.lang.String)

CLSS public final org.kontor.api.sync.UnsentQuery
cons public init(java.lang.String,org.kontor.api.record.RecordType,java.util.UUID,java.lang.String)
fld public final static org.kontor.api.sync.UnsentQuery ALL
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String connection()
meth public java.lang.String error()
meth public java.util.UUID recordId()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds connection,error,recordId,type

CLSS public final org.kontor.api.sync.UnsentRecord
cons public init(java.util.UUID,java.lang.String,org.kontor.api.record.RecordType,java.util.UUID,java.lang.String,java.lang.String,boolean,java.lang.String,java.lang.String,java.util.List<org.kontor.api.error.Violation>,java.time.Instant,java.time.Instant,long)
meth public boolean deletion()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String code()
meth public java.lang.String connection()
meth public java.lang.String error()
meth public java.lang.String externalId()
meth public java.lang.String message()
meth public java.time.Instant firstSeen()
meth public java.time.Instant lastSeen()
meth public java.util.List<org.kontor.api.error.Violation> violations()
meth public java.util.UUID id()
meth public java.util.UUID recordId()
meth public long attempts()
meth public org.kontor.api.record.RecordType type()
supr java.lang.Record
hfds attempts,code,connection,deletion,error,externalId,firstSeen,id,lastSeen,message,recordId,type,violations

CLSS abstract interface org.kontor.api.sync.package-info

